import { Button, Tooltip } from "antd";
import { Icon, type IconName } from "./icon.tsx";

export interface IconButtonProps {
  readonly icon: IconName;
  /** Shown on hover and focus, and read out. */
  readonly label: string;
  readonly onClick?: () => void;
  readonly pressed?: boolean;
  readonly size?: "small" | "middle";
}

export function IconButton({ icon, label, onClick, pressed, size = "middle" }: IconButtonProps) {
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        size={size}
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        {...(onClick ? { onClick } : {})}
        icon={<Icon name={icon} />}
      />
    </Tooltip>
  );
}
