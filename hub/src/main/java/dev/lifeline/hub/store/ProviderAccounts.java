package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.ProviderAccount;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which person is who at a provider of OpenID Connect. */
public final class ProviderAccounts {
  private final Handle handle;

  ProviderAccounts(Handle handle) {
    this.handle = handle;
  }

  /** Whose account it is. */
  public Optional<Person> owner(ProviderAccount account) {
    return handle
        .createQuery(
            "select p.id as person_id, p.display_name, p.unique_name, p.administrator"
                + " from provider_accounts a join people p on p.id = a.person_id"
                + " where a.issuer = :issuer and a.subject = :subject")
        .bind("issuer", account.issuer())
        .bind("subject", account.subject())
        .map((row, context) -> Rows.person(row))
        .findOne();
  }

  /** Whether a person has an account at that provider. */
  public boolean has(UUID person, String issuer) {
    return handle
            .createQuery(
                "select count(*) from provider_accounts"
                    + " where person_id = :person and issuer = :issuer")
            .bind("person", person)
            .bind("issuer", issuer)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Makes it this person's account, in place of any that the person has at that provider. */
  public void put(ProviderAccount account, UUID person, Instant now) {
    handle
        .createUpdate(
            "delete from provider_accounts where issuer = :issuer"
                + " and (person_id = :person or subject = :subject)")
        .bind("issuer", account.issuer())
        .bind("person", person)
        .bind("subject", account.subject())
        .execute();
    handle
        .createUpdate(
            "insert into provider_accounts (issuer, subject, person_id, since)"
                + " values (:issuer, :subject, :person, :now)")
        .bind("issuer", account.issuer())
        .bind("subject", account.subject())
        .bind("person", person)
        .bind("now", now)
        .execute();
  }
}
