// What gift-pegjs reads in a GIFT file on stdin, as JSON.
const { parse } = require("gift-pegjs");
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(parse(text)));
