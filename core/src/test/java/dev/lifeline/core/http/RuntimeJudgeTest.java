package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.tls.LoopbackCertificate;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

/** A certificate is judged once for all connections of a transfer, and for nothing else. */
class RuntimeJudgeTest {
  private final List<String> judged = new ArrayList<>();
  private final X509Certificate[] chain = {certificate()};

  @Test
  void the_same_certificate_of_the_same_host_is_judged_once() throws Exception {
    RuntimeJudge judge = new RuntimeJudge(runtime(true));

    judge.checkServerTrusted(chain, "GENERIC", engine("store.example"));
    judge.checkServerTrusted(chain, "GENERIC", engine("store.example"));

    assertThat(judged).containsExactly("store.example");
  }

  @Test
  void the_same_certificate_of_another_host_is_judged_again() throws Exception {
    RuntimeJudge judge = new RuntimeJudge(runtime(true));

    judge.checkServerTrusted(chain, "GENERIC", engine("store.example"));
    judge.checkServerTrusted(chain, "GENERIC", engine("elsewhere.example"));

    assertThat(judged).containsExactly("store.example", "elsewhere.example");
  }

  @Test
  void another_certificate_of_the_same_host_is_judged_again() throws Exception {
    RuntimeJudge judge = new RuntimeJudge(runtime(true));

    judge.checkServerTrusted(chain, "GENERIC", engine("store.example"));
    judge.checkServerTrusted(
        new X509Certificate[] {certificate()}, "GENERIC", engine("store.example"));

    assertThat(judged).hasSize(2);
  }

  @Test
  void a_refusal_is_not_remembered_as_a_yes() {
    RuntimeJudge judge = new RuntimeJudge(runtime(false));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> judge.checkServerTrusted(chain, "GENERIC", engine("store.example")))
          .isInstanceOf(CertificateException.class);
    }

    assertThat(judged).hasSize(2);
  }

  private static SSLEngine engine(String host) throws Exception {
    return SSLContext.getDefault().createSSLEngine(host, 443);
  }

  private static X509Certificate certificate() {
    return LoopbackCertificate.fresh(InstantSource.system(), new SecureRandom()).authority();
  }

  /** Stands for the Java runtime's own judgement. */
  private X509ExtendedTrustManager runtime(boolean accepts) {
    return new X509ExtendedTrustManager() {
      @Override
      public void checkServerTrusted(X509Certificate[] it, String keyExchange, SSLEngine engine)
          throws CertificateException {
        judged.add(engine.getPeerHost());
        if (!accepts) {
          throw new CertificateException("no");
        }
      }

      @Override
      public void checkServerTrusted(X509Certificate[] it, String keyExchange, Socket socket) {}

      @Override
      public void checkServerTrusted(X509Certificate[] it, String keyExchange) {}

      @Override
      public void checkClientTrusted(X509Certificate[] it, String keyExchange, SSLEngine engine) {}

      @Override
      public void checkClientTrusted(X509Certificate[] it, String keyExchange, Socket socket) {}

      @Override
      public void checkClientTrusted(X509Certificate[] it, String keyExchange) {}

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
      }
    };
  }
}
