package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLoginTest {

  private final Lab lab;

  DeviceLoginTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_page_is_a_form_that_a_screen_reader_can_read() throws Exception {
    Lab.Answer page = lab.send(HttpRequest.newBuilder(page("")));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers().get("content-type")).containsExactly("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("<html lang=\"en\">", "<title>", "<main>", "<h1>", "method=\"post\"")
        .contains("<label for=\"code\">", "<label for=\"username\">", "<label for=\"password\">")
        .contains(">Continue</button>", ">Decline</button>");
  }

  @Test
  void foreign_text_is_escaped() throws Exception {
    Lab.Answer shown = lab.send(HttpRequest.newBuilder(page("?code=%22%3E%3Cscript%3E")));
    Lab.Answer posted = enter("'><img src=x>", "<b>&\"", "x", "continue");

    assertThat(shown.body()).doesNotContain("<script>").contains("&quot;&gt;&lt;script&gt;");
    assertThat(posted.body())
        .doesNotContain("<img", "<b>")
        .contains("&#39;&gt;&lt;img", "&lt;b&gt;&amp;&quot;");
  }

  @Test
  void code_and_password_let_the_device_in() throws Exception {
    Device device = device();
    String carelesslyTyped = " " + device.userCode().replace("-", "").toLowerCase(Locale.ROOT);

    Lab.Answer page = enter(carelesslyTyped, "admin@contoso.example", password(), "continue");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("role=\"status\"", "Microsoft Graph Command Line Tools");
    assertThat(device.ask().status()).isEqualTo(200);
  }

  @Test
  void declining_needs_no_password() throws Exception {
    Device device = device();

    Lab.Answer page = enter(device.userCode(), "", "", "decline");

    assertThat(page.status()).isEqualTo(200);
    assertThat(device.ask().json()).containsEntry("error", "authorization_declined");
  }

  @ParameterizedTest
  @CsvSource({
    "admin@contoso.example,    wrong, AADSTS50126",
    "nobody@contoso.example,   right, AADSTS50034",
    "disabled@contoso.example, right, AADSTS50057",
    "guest@contoso.example,    right, AADSTS50020",
    "admin@nowhere.example,    right, AADSTS50128",
  })
  void a_refused_sign_in_is_told_and_the_code_goes_on_waiting(
      String username, String password, String code) throws Exception {
    Device device = device();
    String typed = password.equals("right") ? password() : password;

    Lab.Answer page = enter(device.userCode(), username, typed, "continue");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", code, username).doesNotContain(password());
    assertThat(device.ask().json()).containsEntry("error", "authorization_pending");
  }

  @Test
  void a_user_of_another_tenant_is_not_let_in() throws Exception {
    Device device = new Device(lab, "adatum.example", Device.GRAPH_TOOLS, "User.Read");

    Lab.Answer page = enter(device.userCode(), "admin@contoso.example", password(), "continue");

    assertThat(page.body()).contains("AADSTS50034");
  }

  @Test
  void an_unknown_code_is_told() throws Exception {
    Lab.Answer page = enter("XXXX-XXXX", "admin@contoso.example", password(), "continue");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("unknown, used or expired");
  }

  @Test
  void the_page_runs_no_script_and_is_in_no_frame() throws Exception {
    List<String> policy =
        lab.send(HttpRequest.newBuilder(page(""))).headers().get("content-security-policy");

    assertThat(policy)
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  private Device device() throws Exception {
    return new Device(lab, "organizations", Device.GRAPH_TOOLS, "Application.Read.All");
  }

  private String password() {
    return lab.emulator.addresses().password().text();
  }

  private URI page(String query) {
    return lab.emulator.addresses().authenticationEndpoint().resolve("/devicelogin" + query);
  }

  private Lab.Answer enter(String code, String username, String password, String decision)
      throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", code);
    form.put("username", username);
    form.put("password", password);
    form.put("decision", decision);
    return lab.post(page(""), form);
  }
}
