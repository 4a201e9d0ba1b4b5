package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherGeographyTest {

  private static final String PROJECT = "/environmentinfo/v1/detail/project/1234567/?page=1";

  private final Lab lab;

  OtherGeographyTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void it_knows_no_project() throws Exception {
    String token =
        lab.signIn(Map.of("scope", other() + "/user_impersonation")).text("access_token");

    Lab.Answer there = get(other() + PROJECT, token);
    Lab.Answer unknown = lab.get("/environmentinfo/v1/detail/project/42/?page=1");

    assertThat(there.status()).isEqualTo(unknown.status());
    assertThat(there.text("Message")).contains("1234567");
  }

  @Test
  void a_token_is_good_in_its_own_geography_only() throws Exception {
    String here = lab.token();
    String there =
        lab.signIn(Map.of("scope", other() + "/user_impersonation")).text("access_token");

    assertThat(get(other() + PROJECT, here).status()).isEqualTo(401);
    assertThat(get(lab.emulator.addresses().apiEndpoint() + PROJECT, there).status())
        .isEqualTo(401);
  }

  private String other() {
    return lab.emulator.addresses().otherApiEndpoint().toString();
  }

  private Lab.Answer get(String url, String token) throws Exception {
    return lab.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("x-ms-version", "2017-09-15"));
  }
}
