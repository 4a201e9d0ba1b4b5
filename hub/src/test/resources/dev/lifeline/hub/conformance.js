// The 25 calls of the specification's conformance list, with the real client. Prints one JSON object:
// the number of each call, and null when it passed, or what went wrong.
const assert = require('node:assert/strict');
const http = require('node:http');
const vso = require('azure-devops-node-api');
const e = process.env;

const seen = [];
const request = http.request;
http.request = function (options, ...rest) {
  seen.push({ line: `${options.method} ${options.path}`, accept: String(options.headers.Accept || options.headers.accept || '') });
  return request.call(this, options, ...rest);
};
const lines = () => seen.map((each) => each.line.replace(new URL(e.BASE).pathname, ''));

const web = (pat) => new vso.WebApi(e.BASE, vso.getPersonalAccessTokenHandler(pat));
const rejected = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not reject');
};
const raw = async (method, path, options = {}) => {
  const answer = await fetch(e.BASE + path, {
    method,
    headers: { Authorization: 'Basic ' + Buffer.from('PAT:' + (options.pat || e.PAT)).toString('base64'),
      ...(options.body ? { 'Content-Type': 'application/json' } : {}), ...options.headers },
    body: options.body,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const endpoint = () => ({
  name: 'LCS main', type: 'lcsserviceendpoint', owner: 'library', description: 'deploys',
  url: e.AUTHORITY, data: { apiurl: e.API },
  authorization: { scheme: 'UsernamePassword', parameters: { clientid: e.CLIENT, username: e.USER_NAME, password: e.PASSWORD } },
  serviceEndpointProjectReferences: [{ name: 'LCS main', description: 'deploys', projectReference: { id: e.PROJECT_ID, name: e.PROJECT } }],
});
const test = (password) => ({
  dataSourceDetails: { dataSourceName: 'TestConnection' }, resultTransformationDetails: {},
  serviceEndpointDetails: { type: 'lcsserviceendpoint', url: e.AUTHORITY, data: { apiurl: e.API },
    authorization: { scheme: 'UsernamePassword', parameters: { clientid: e.CLIENT, username: e.USER_NAME, password } } },
});
const use = (n) => ({ endpointIds: [id], data: {
  planType: 'Build', definition: { id: 1, name: 'Nightly' }, owner: { id: n, name: '2026.' + n },
  startTime: new Date('2026-03-02T11:46:51.366Z'), finishTime: new Date('2026-03-02T11:47:06.283Z'), result: 2 } });
const unknown = '00000000-1111-2222-3333-444444444444';
const first = web(e.PAT);
const nothingSecret = (text) => assert.ok(!text.includes(e.PASSWORD), 'the password is in it');
let api;
let id;
let got;

const calls = {
  1: async () => {
    assert.equal(typeof (await first.connect()), 'object');
    assert.ok(lines().includes('GET /_apis/connectionData'), lines().join());
    assert.ok(!seen[0].accept.includes('api-version'));
  },
  2: async () => {
    api = await first.getServiceEndpointApi();
    assert.ok(lines().includes('OPTIONS /_apis/Location'));
    assert.ok(lines().includes('GET /_apis/ResourceAreas'));
  },
  3: async () => {
    const made = await api.createServiceEndpoint(endpoint());
    assert.match(made.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(made.authorization.parameters.password, null);
    assert.equal(made.isReady, true);
    assert.equal(made.createdBy.id, e.PERSON_ID);
    assert.ok(made.creationDate instanceof Date);
    assert.ok(lines().includes('OPTIONS /_apis/serviceendpoint'));
    assert.ok(seen.at(-1).accept.includes('api-version=7.2-preview.4'), seen.at(-1).accept);
    id = made.id;
  },
  4: async () => {
    const error = await rejected(api.createServiceEndpoint(endpoint()));
    assert.equal(error.result.typeKey, 'DuplicateServiceConnectionException');
    assert.equal(error.message, 'Service connection with name LCS main already exists. Only a user having'
      + ' Administrator/User role permissions on service connection LCS main can see it.');
  },
  5: async () => {
    const noProject = await rejected(api.createServiceEndpoint({ ...endpoint(), serviceEndpointProjectReferences: [] }));
    assert.equal(noProject.result.typeKey, 'ArgumentException');
    const noAuthorization = await rejected(api.createServiceEndpoint({ ...endpoint(), authorization: undefined }));
    assert.equal(noAuthorization.result.typeKey, 'ServiceEndpointException');
  },
  6: async () => {
    for (const project of [e.PROJECT, e.PROJECT_ID]) {
      assert.deepEqual((await api.getServiceEndpoints(project)).map((each) => each.id), [id]);
    }
    const list = await raw('GET', `/${encodeURIComponent(e.PROJECT)}/_apis/serviceendpoint/endpoints`);
    nothingSecret(list.text);
    assert.ok(!list.text.includes('password'));
  },
  7: async () => {
    const found = (type) => api.getServiceEndpoints(e.PROJECT, type, ['UsernamePassword', 'None'], [id], 'library', true, false, 16);
    assert.equal((await found('lcsserviceendpoint')).length, 1);
    assert.deepEqual(await found('generic'), []);
  },
  8: async () => {
    assert.equal((await api.getServiceEndpointsByNames(e.PROJECT, ['LCS main'])).length, 1);
    assert.deepEqual(await api.getServiceEndpointsByNames(e.PROJECT, ['nope']), []);
  },
  9: async () => {
    got = await api.getServiceEndpointDetails(e.PROJECT, id);
    assert.equal(got.authorization.parameters.password, null);
    assert.equal((await api.getServiceEndpointDetails(e.PROJECT, id, 2)).id, id);
  },
  10: async () => {
    assert.equal(await api.getServiceEndpointDetails(e.PROJECT, unknown), null);
    const wire = await raw('GET', `/${e.PROJECT_ID}/_apis/serviceendpoint/endpoints/${unknown}`);
    assert.deepEqual([wire.status, wire.text], [200, 'null']);
  },
  13: async () => {
    const good = await api.executeServiceEndpointRequest(test(null), e.PROJECT, id);
    assert.equal(good.statusCode, 'ok', good.errorMessage);
    const bad = await api.executeServiceEndpointRequest(test('wrong-' + Date.now()), e.PROJECT, id);
    assert.notEqual(bad.statusCode, 'ok');
    assert.ok(bad.errorMessage.length > 0);
  },
  11: async () => {
    const renamed = await api.updateServiceEndpoint({ ...got, name: 'LCS renamed' }, id);
    assert.equal(renamed.name, 'LCS renamed');
    assert.equal((await api.getServiceEndpointDetails(e.PROJECT, id)).name, 'LCS renamed');
    assert.equal((await api.executeServiceEndpointRequest(test(null), e.PROJECT, id)).statusCode, 'ok');
  },
  12: async () => {
    got = await api.getServiceEndpointDetails(e.PROJECT, id);
    const withPassword = (password) => ({ ...got, authorization: { ...got.authorization, parameters: { ...got.authorization.parameters, password } } });
    const refused = await rejected(api.updateServiceEndpoint(withPassword('another-one'), id));
    assert.equal(refused.result.error.code, 'PASSWORD_WRONG');
    assert.equal((await api.executeServiceEndpointRequest(test(null), e.PROJECT, id)).statusCode, 'ok');
    const untried = withPassword('another-one');
    const masked = await api.updateServiceEndpoint({ ...untried, data: { ...untried.data, lifelineVerify: 'false' } }, id);
    assert.equal(masked.data.lifelineVerify, undefined);
    assert.equal(masked.authorization.parameters.password, null);
    assert.notEqual((await api.executeServiceEndpointRequest(test(null), e.PROJECT, id)).statusCode, 'ok');
    await api.updateServiceEndpoint(withPassword(e.PASSWORD), id);
    assert.equal((await api.executeServiceEndpointRequest(test(null), e.PROJECT, id)).statusCode, 'ok');
    assert.equal((await api.updateServiceEndpoints([got])).length, 1);
  },
  14: async () => {
    for (const types of [await api.getServiceEndpointTypes(), await api.getServiceEndpointTypes('lcsserviceendpoint', 'UsernamePassword'),
      await api.getFilteredServiceEndpointTypes(['lcsserviceendpoint'])]) {
      assert.equal(types[0].name, 'lcsserviceendpoint');
      const password = types[0].authenticationSchemes[0].inputDescriptors.find((each) => each.id === 'password');
      assert.equal(password.isConfidential, true);
      assert.equal(password.inputMode, 20);
    }
    assert.deepEqual(await api.getFilteredServiceEndpointTypes(['generic']), []);
  },
  15: async () => {
    const answer = await api.shareServiceEndpoint([{ name: 'LCS there', projectReference: { id: e.OTHER_ID } }], id);
    assert.equal(answer, null);
    const there = await api.getServiceEndpointDetails(e.OTHER, id);
    assert.equal(there.name, 'LCS there');
    assert.equal(there.isShared, true);
    assert.equal(there.serviceEndpointProjectReferences.length, 2);
  },
  16: async () => {
    for (const n of [1, 2, 3]) await api.addServiceEndpointExecutionRecords(use(n), e.PROJECT);
    const uses = await api.getServiceEndpointExecutionRecords(e.PROJECT, id);
    assert.deepEqual(uses.map((each) => each.data.owner.id), [3, 2, 1]);
    assert.ok(uses[0].data.startTime instanceof Date);
    assert.equal(uses[0].data.result, 2);
  },
  17: async () => {
    const page = await api.getServiceEndpointExecutionRecords(e.PROJECT, id, 2);
    assert.equal(page.length, 2);
    const last = await api.getServiceEndpointExecutionRecords(e.PROJECT, id, 2, Number(page.continuationToken));
    assert.equal(last.length, 1);
    assert.ok(!last.continuationToken);
  },
  18: async () => {
    const call = async (verb, body) => {
      const version = await api.vsoClient.getVersioningData('7.2-preview.1', 'pipelinePermissions', 'b5b9a4a4-e6cd-4096-853c-ab7d8b0c4eb2',
        { project: e.PROJECT, resourceType: 'endpoint', resourceId: id });
      const options = api.createRequestOptions('application/json', version.apiVersion);
      return (verb === 'get' ? await api.rest.get(version.requestUrl, options) : await api.rest.update(version.requestUrl, body, options)).result;
    };
    const none = await call('get');
    assert.deepEqual(none.pipelines, []);
    assert.ok(!('allPipelines' in none));
    assert.equal((await call('update', { pipelines: [{ id: 16, authorized: true }] })).pipelines[0].id, 16);
    assert.equal((await call('update', { allPipelines: { authorized: true } })).allPipelines.authorized, true);
    const restricted = await call('update', { allPipelines: { authorized: false } });
    assert.ok(!('allPipelines' in restricted));
    assert.equal(restricted.pipelines[0].id, 16);
    assert.equal(restricted.resource.type, 'endpoint');
  },
  19: async () => {
    const roles = await first.getSecurityRolesApi();
    const on = e.PROJECT_ID + '_' + id;
    const scope = 'distributedtask.serviceendpointrole';
    assert.ok(Array.isArray(await roles.setRoleAssignments([{ roleName: 'User', userId: e.NOBODY_ID }], scope, on)));
    const given = (await roles.getRoleAssignments(scope, on)).find((each) => each.identity.id === e.NOBODY_ID);
    assert.equal(given.access, 1);
    assert.equal(given.role.name, 'User');
  },
  21: async () => {
    const wrong = web('x'.repeat(52));
    const create = async () => (await wrong.getServiceEndpointApi()).createServiceEndpoint(endpoint());
    for (const attempt of [() => wrong.connect(), () => wrong.getServiceEndpointApi(), create]) {
      const error = await rejected(attempt());
      assert.equal(error.statusCode, 401, String(error));
      assert.match(error.responseHeaders['www-authenticate'], /^Basic/);
    }
  },
  22: async () => {
    assert.equal(e.PAT.length, 52);
    for (const handler of [vso.getHandlerFromToken(e.PAT), vso.getBasicHandler('', e.PAT), vso.getBearerHandler(e.PAT)]) {
      assert.ok(await new vso.WebApi(e.BASE, handler).connect());
    }
  },
  23: async () => {
    const reader = await web(e.READER_PAT).getServiceEndpointApi();
    const creation = await rejected(reader.createServiceEndpoint({ ...endpoint(), name: 'other', serviceEndpointProjectReferences: [
      { name: 'other', projectReference: { id: e.PROJECT_ID } }] }));
    assert.equal(creation.statusCode, 403);
    assert.match(creation.result.message, /^You do not have permission to create a service connection\. You need to be a Creator/);
    const trimmed = await reader.getServiceEndpointDetails(e.PROJECT, id);
    assert.equal(trimmed.id, id);
    assert.ok(!JSON.stringify(trimmed).includes(e.USER_NAME));
    assert.equal((await rejected(reader.updateServiceEndpoint({ ...got, name: 'mine' }, id))).statusCode, 403);
  },
  24: async () => {
    assert.equal(await api.getServiceEndpointDetails('no-such-project', id), null);
    const wire = await raw('GET', `/no-such-project/_apis/serviceendpoint/endpoints/${id}`);
    assert.equal(wire.status, 404);
    assert.equal(JSON.parse(wire.text).typeKey, 'ProjectDoesNotExistWithNameException');
    assert.match(JSON.parse(wire.text).message, /^TF200016:/);
  },
  25: async () => {
    const all = JSON.parse((await raw('OPTIONS', '/_apis')).text).value.map((each) => each.area);
    for (const area of ['Location', 'serviceendpoint', 'pipelinePermissions', 'securityroles', 'build']) assert.ok(all.includes(area), area);
    const odd = await fetch(e.BASE.toUpperCase().replace('HTTP', 'http') + `/${e.PROJECT_ID.toUpperCase()}/_APIS/ServiceEndpoint/Endpoints/${id.toUpperCase()}?API-version=7.1`,
      { headers: { Authorization: 'Bearer ' + e.PAT } });
    assert.equal(odd.status, 200);
    assert.match(odd.headers.get('content-type'), /^application\/json; ?charset=utf-8; ?api-version=7\.1$/i);
    assert.equal((await odd.json()).id, id);
    const preview = await raw('GET', `/${e.PROJECT_ID}/_apis/pipelines/pipelinepermissions/endpoint/${id}?api-version=7.1`);
    assert.equal(JSON.parse(preview.text).typeKey, 'VssInvalidPreviewVersionException');
    for (const [method, path, body] of [['GET', '/_apis/none'], ['POST', '/_apis/serviceendpoint/endpoints', '{'], ['GET', '/%zz'],
      ['GET', '/a%2fb/_apis/x'], ['DELETE', `/_apis/serviceendpoint/endpoints/${unknown}?projectIds=${e.PROJECT_ID}`],
      ['POST', '/_apis/serviceendpoint/endpoints', JSON.stringify({ name: 'x'.repeat(2000000) })]]) {
      const error = await raw(method, path, { body });
      assert.ok(error.status >= 400, path);
      assert.match(String(error.headers.get('content-type')), /^(application\/json|text\/plain)/, path);
      assert.ok(!error.text.startsWith('\uFEFF'));
    }
  },
  20: async () => {
    await api.deleteServiceEndpoint(id, [e.OTHER_ID]);
    assert.equal((await api.getServiceEndpointDetails(e.PROJECT, id)).id, id);
    await api.deleteServiceEndpoint(id, [e.PROJECT_ID]);
    assert.equal(await api.getServiceEndpointDetails(e.PROJECT, id), null);
    assert.deepEqual(await api.getServiceEndpoints(e.PROJECT), []);
  },
};

(async () => {
  const outcome = {};
  for (const number of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '13', '11', '12', '14', '15', '16', '17', '18', '19', '21', '22',
    '23', '24', '25', '20']) {
    try {
      await calls[number]();
      outcome[number] = null;
    } catch (error) {
      outcome[number] = String(error.stack || error);
    }
  }
  console.log(JSON.stringify(outcome));
})();
