'use strict';

// Judges pipelines with Microsoft's language service: node validate.js SCHEMA FILE...
// Needs NODE_PATH. Prints one line a complaint, and ends with 1 if there is one.

const fs = require('fs');
const service = require('azure-pipelines-language-service');

const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

async function complaints(file) {
  const text = fs.readFileSync(file, 'utf8');
  const document = service.TextDocument.create(`file://${file}`, 'yaml', 1, text);
  const uri = 'lifeline://pipeline';
  const judge = service.getLanguageService(
    () => Promise.reject(new Error('nothing is fetched')),
    [],
    () => Promise.resolve(uri),
  );
  judge.configure({ validate: true, schemas: [{ uri, fileMatch: ['*'], schema }] });
  const found = await judge.doValidation(document, service.parse(text));
  return found.map((each) => `${file}:${each.range.start.line + 1} ${each.message}`);
}

Promise.all(process.argv.slice(3).map(complaints)).then((all) => {
  const found = all.flat();
  found.forEach((line) => console.log(line));
  process.exitCode = found.length ? 1 : 0;
});
