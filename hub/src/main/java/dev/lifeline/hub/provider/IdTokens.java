package dev.lifeline.hub.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.lifeline.hub.model.ProviderAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges id tokens (OpenID Connect Core, 3.1.3.7): who signed, for whom, for which sign-in, and
 * until when. No algorithm of shared secrets, and none at all, is taken.
 */
final class IdTokens {
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final int LONGEST = 255;

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final ProviderSettings settings;

  IdTokens(ProviderSettings settings) {
    this.settings = settings;
  }

  /** Under which circumstances a token is judged. */
  record Circumstances(Metadata metadata, JWKSet keys, String nonce, Instant now) {}

  Identity identity(String token, Circumstances at) throws ProviderException {
    JWTClaimsSet claims = verified(token, at.keys());
    try {
      requireAudience(claims);
      requireTime(claims, at.now());
      require(same(claims.getStringClaim("nonce"), at.nonce()), "is of another sign-in");
      String issuer = at.metadata().issuerFor(claims.getStringClaim("tid"));
      require(issuer.equals(claims.getIssuer()), "is of another issuer");
      @Nullable String subject = claims.getSubject();
      if (subject == null || subject.isBlank() || subject.length() > LONGEST) {
        throw new ProviderException("the id token names nobody");
      }
      return new Identity(
          new ProviderAccount(issuer, subject),
          at.metadata().isOfManyTenants() ? null : name(claims),
          claims.getStringClaim("name"));
    } catch (ParseException e) {
      throw new ProviderException("the id token has a claim of another kind", e);
    }
  }

  private static JWTClaimsSet verified(String token, JWKSet keys) throws ProviderException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // with the hub's clock, not its own
    try {
      return processor.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new ProviderException("the id token is not signed by the provider", e);
    }
  }

  private void requireAudience(JWTClaimsSet claims) throws ParseException, ProviderException {
    List<String> audience = claims.getAudience();
    @Nullable String party = claims.getStringClaim("azp");
    boolean isOurs =
        audience.contains(settings.clientId())
            && (party == null ? audience.size() == 1 : party.equals(settings.clientId()));
    require(isOurs, "is for somebody else");
  }

  private static void requireTime(JWTClaimsSet claims, Instant now) throws ProviderException {
    @Nullable Date expires = claims.getExpirationTime();
    @Nullable Date issued = claims.getIssueTime();
    @Nullable Date begins = claims.getNotBeforeTime();
    Instant latest = now.plus(SKEW);
    require(expires != null && expires.toInstant().isAfter(now.minus(SKEW)), "is over");
    require(issued != null && !issued.toInstant().isAfter(latest), "is of the future");
    require(begins == null || !begins.toInstant().isAfter(latest), "is of the future");
  }

  /** Only what the provider vouches for: anybody can write any address into a profile. */
  private @Nullable String name(JWTClaimsSet claims) {
    boolean isEmail = settings.nameClaim().equals(ProviderSettings.EMAIL);
    boolean isVerified =
        !isEmail || "true".equals(String.valueOf(claims.getClaim("email_verified")));
    return isVerified
            && claims.getClaim(settings.nameClaim()) instanceof String name
            && !name.isBlank()
        ? name
        : null;
  }

  private static boolean same(@Nullable String one, String other) {
    return one != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static void require(boolean isSo, String otherwise) throws ProviderException {
    if (!isSo) {
      throw new ProviderException("the id token " + otherwise);
    }
  }
}
