package dev.lifeline.hub.store;

import org.jdbi.v3.core.Handle;

/** What can be read and written within one transaction. For one thread. */
public final class Tables {
  private final Handle handle;

  Tables(Handle handle) {
    this.handle = handle;
  }

  public Organizations organizations() {
    return new Organizations(handle);
  }

  public People people() {
    return new People(handle);
  }

  public PersonalTokens personalTokens() {
    return new PersonalTokens(handle);
  }

  public Connections connections() {
    return new Connections(handle);
  }

  public SealedSecrets secrets() {
    return new SealedSecrets(handle);
  }

  public RoleAssignments roles() {
    return new RoleAssignments(handle);
  }

  public PipelinePermissions pipelines() {
    return new PipelinePermissions(handle);
  }

  public ExecutionRecords executions() {
    return new ExecutionRecords(handle);
  }

  public AuditLog audit() {
    return new AuditLog(handle);
  }

  public ConnectionStates states() {
    return new ConnectionStates(handle);
  }

  public Keysets keysets() {
    return new Keysets(handle);
  }

  public SetupCodes setupCodes() {
    return new SetupCodes(handle);
  }

  public Runs runs() {
    return new Runs(handle);
  }

  public RunFacts runFacts() {
    return new RunFacts(handle);
  }

  public RunEvents runEvents() {
    return new RunEvents(handle);
  }

  public SealedTexts sealedTexts() {
    return new SealedTexts(handle);
  }

  public Watches watches() {
    return new Watches(handle);
  }

  public StartNotes startNotes() {
    return new StartNotes(handle);
  }

  public CallCounts callCounts() {
    return new CallCounts(handle);
  }

  public Jobs jobs() {
    return new Jobs(handle);
  }

  public Sessions sessions() {
    return new Sessions(handle);
  }

  public Invitations invitations() {
    return new Invitations(handle);
  }

  public SignInFailures signInFailures() {
    return new SignInFailures(handle);
  }

  public VerificationRuns verificationRuns() {
    return new VerificationRuns(handle);
  }

  public ProviderAccounts providerAccounts() {
    return new ProviderAccounts(handle);
  }

  public RunCallbacks runCallbacks() {
    return new RunCallbacks(handle);
  }

  public Webhooks webhooks() {
    return new Webhooks(handle);
  }

  public WebhookDeliveries webhookDeliveries() {
    return new WebhookDeliveries(handle);
  }
}
