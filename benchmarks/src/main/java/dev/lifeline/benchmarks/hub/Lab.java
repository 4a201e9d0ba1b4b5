package dev.lifeline.benchmarks.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hub with an administrator, beside an emulator, each in a process of its own. */
final class Lab {
  private static final String HEAP = "-Xmx512m";

  private final Programs.Running emulator;
  private final Programs.Running hub;
  private final String token;
  private final String project;

  private Lab(Programs.Running emulator, Programs.Running hub) throws IOException {
    this.emulator = emulator;
    this.hub = hub;
    String link = hub.value("administratorUrl");
    String code = link.substring(link.lastIndexOf('/') + 1);
    try (Wire wire = new Wire(url(), "")) {
      String body =
          "{\"code\":\"%s\",\"uniqueName\":\"root@contoso.example\",\"organization\":\"contoso\"}"
              .formatted(code);
      String made = wire.call("POST", "/api/v1/setup", body).of();
      this.token = Json.value(made.substring(made.indexOf("\"accessToken\"")), "token");
      this.project = Json.value(made.substring(made.indexOf("\"project\"")), "id");
    }
  }

  /** Where the hub keeps everything. */
  enum Store {
    H2,
    POSTGRESQL;

    String title() {
      return this == H2 ? "H2" : "PostgreSQL";
    }
  }

  static Lab open(Path program, Store store) throws IOException, InterruptedException {
    Programs programs = Programs.of(program);
    Programs.Running emulator = programs.start("-Xmx256m", Map.of(), "emulator");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "hub",
                "--port=0",
                "--home=" + programs.folder("home"),
                "--allow-private-addresses",
                "--ca-certificate=" + emulator.value("caCertificate")));
    Map<String, String> environment = Map.of();
    if (store == Store.POSTGRESQL) {
      PostgreSql database = PostgreSql.start(programs.folder("postgresql"));
      environment = Map.of("LIFELINE_HUB_DATABASE_URL", database.url());
    }
    return new Lab(emulator, programs.start(HEAP, environment, arguments.toArray(String[]::new)));
  }

  URI url() {
    return URI.create(hub.value("url"));
  }

  /** The administrator's. */
  String token() {
    return token;
  }

  /** The id of the first project. */
  String project() {
    return project;
  }

  /** Makes a project, and gives its id. */
  String newProject(Wire wire, String name) throws IOException {
    String body = "{\"name\":\"%s\"}".formatted(name);
    return Json.value(wire.call("POST", "/api/v1/organizations/contoso/projects", body).of(), "id");
  }

  /** Somebody who is no administrator, makes connections in those projects, and has this token. */
  String creator(Wire wire, String name, List<String> projects) throws IOException {
    String person = "{\"uniqueName\":\"%s@contoso.example\"}".formatted(name);
    String id = Json.value(wire.call("POST", "/api/v1/people", person).of(), "id");
    for (String each : projects) {
      String path =
          "/contoso/_apis/securityroles/scopes/distributedtask.project.serviceendpointrole"
              + "/roleassignments/resources/"
              + each;
      String role = "[{\"roleName\":\"Creator\",\"userId\":\"%s\"}]".formatted(id);
      wire.call("PUT", path, role).of();
    }
    String wanted =
        "{\"name\":\"%s\",\"scopes\":[\"app_token\"],\"personId\":\"%s\"}".formatted(name, id);
    return Json.value(wire.call("POST", "/api/v1/tokens", wanted).of(), "token");
  }

  /** Makes a connection to the emulator, and gives its id. */
  String newConnection(Wire wire, String projectId, String name) throws IOException {
    String body =
        """
        {"name":"%s","type":"lcsserviceendpoint","url":"%s","data":{"apiurl":"%s"},
        "authorization":{"scheme":"UsernamePassword","parameters":
        {"clientid":"%s","username":"%s","password":"%s"}},
        "serviceEndpointProjectReferences":[{"name":"%s","projectReference":{"id":"%s"}}]}
        """
            .formatted(
                name,
                emulator.value("authenticationEndpoint"),
                emulator.value("apiEndpoint"),
                emulator.value("clientId"),
                emulator.value("username"),
                emulator.value("password"),
                name,
                projectId);
    String path = "/contoso/_apis/serviceendpoint/endpoints";
    return Json.value(wire.call("POST", path, body).of(), "id");
  }

  /** Ends both processes. */
  void end() throws InterruptedException {
    hub.end();
    emulator.end();
  }
}
