import { Form, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem, type ProblemIssue } from "../lib/problem.ts";
import styles from "./command-dialog.module.css";
import { MeanwhileNotice, type Meanwhile } from "./meanwhile-notice.tsx";
import { Refused } from "./refused.tsx";

const VERSION = "version";

export interface CommandDialogProps<Values extends object> {
  readonly title: string;
  /** The verb on the button: what will happen. */
  readonly verb: string;
  readonly danger?: boolean;
  /** The record that the command is about, by its name. */
  readonly subject?: string;
  /** With the version of that record, if the command needs one; it is sent along. */
  readonly initial?: Partial<Values>;
  /** What happened to the record since. */
  readonly meanwhile?: Meanwhile | undefined;
  readonly onSubmit: (values: Values) => Promise<unknown>;
  readonly onClose: () => void;
  /** What follows where the server has done it: a further step. It closes where this is absent. */
  readonly onDone?: () => void;
  /** `Form.Item`s named like the fields of the input, so that the server's issues find them. */
  readonly children: ReactNode;
}

/**
 * A command with its fields. It closes when the server has done it; when the server refuses, everything
 * typed stays, each issue stands at its field and the rest above.
 */
export function CommandDialog<Values extends object>(props: CommandDialogProps<Values>) {
  const { title, verb, danger, subject, initial, meanwhile, onSubmit, children } = props;
  const { onClose, onDone = onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async (values: Values) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
      onDone();
    } catch (thrown) {
      const refused = asProblem(thrown);
      setProblem(refused);
      for (const issue of refused.issues) showAtField(issue);
    } finally {
      setBusy(false);
    }
  };
  const fields = initial ?? {};
  const version: unknown = Form.useWatch(VERSION, form);
  const isOvertaken =
    meanwhile && (!meanwhile.isPossible || (VERSION in fields && meanwhile.version !== version));
  const goOn = () => {
    form.setFieldValue(VERSION as never, meanwhile?.version);
    form.submit();
  };
  const showAtField = ({ path, message }: ProblemIssue) => {
    const name = fieldOf(path);
    if (form.getFieldInstance(name)) {
      form.setFields([{ name: name as never, errors: [message] }]);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText={t("commands.cancel")}
      okButtonProps={{ danger: danger ?? false }}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        // Goes before the ids of the fields, so that none is that of a part of the page.
        name="command"
        layout="vertical"
        preserve={false}
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(values) => void submit(values)}
      >
        {subject ? <p className={styles["subject"]}>{subject}</p> : null}
        {VERSION in fields ? (
          <Form.Item name={VERSION} hidden>
            <input type="hidden" />
          </Form.Item>
        ) : null}
        {isOvertaken ? (
          <MeanwhileNotice meanwhile={meanwhile} verb={verb} busy={busy} onGoOn={goOn} />
        ) : null}
        {problem && !(isOvertaken && problem.code === "CONFLICT") ? (
          <Form.Item>
            <Refused problem={problem} />
          </Form.Item>
        ) : null}
        {children}
      </Form>
    </Modal>
  );
}

/** `input.newCustomer.name` is the field `["newCustomer", "name"]`. */
function fieldOf(path: string): string[] {
  return path.split(".").slice(1);
}
