'use strict';

// Judges pipelines with Microsoft's language service: node validate.js SCHEMA FILE...
// Needs NODE_PATH. Prints one line a complaint, and ends with 1 if there is one.

const fs = require('fs');
const service = require('azure-pipelines-language-service');

// the service talks to itself
console.log = () => {};

const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

async function complaints(file) {
  const text = fs.readFileSync(file, 'utf8');
  const document = service.TextDocument.create(`file://${file}`, 'yaml', 1, text);
  const uri = 'lifeline://pipeline';
  const judge = service.getLanguageService(
    () => Promise.resolve(schema),
    [],
    () => Promise.resolve(uri),
  );
  judge.configure({ validate: true });
  const found = await judge.doValidation(document, service.parse(text));
  return found.map((each) => `${file}:${each.range.start.line + 1} ${each.message}`);
}

Promise.all(process.argv.slice(3).map(complaints)).then((all) => {
  const found = all.flat();
  found.forEach((line) => process.stdout.write(`${line}\n`));
  process.exitCode = found.length ? 1 : 0;
});
