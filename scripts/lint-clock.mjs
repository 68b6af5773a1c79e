// Lint rule: the present comes from a Clock that is handed in, never from the machine's own.
const MESSAGE = "take a Clock (schema/kernel/clock.ts) instead of asking the machine for the time";

const isDate = (node) => node.type === "Identifier" && node.name === "Date";

const present = {
  create: (context) => ({
    NewExpression(node) {
      if (isDate(node.callee) && node.arguments.length === 0) {
        context.report({ node, message: MESSAGE });
      }
    },
    CallExpression(node) {
      const { callee } = node;
      const asksNow =
        callee.type === "MemberExpression" &&
        isDate(callee.object) &&
        callee.property.type === "Identifier" &&
        callee.property.name === "now";
      if (asksNow || isDate(callee)) context.report({ node, message: MESSAGE });
    },
  }),
};

export default { meta: { name: "clock" }, rules: { present } };
