package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.integration.StateStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A {@link FakeContext} for integrations, in which the person is signed in where that is needed.
 */
public final class FakeIntegrationContext extends FakeContext implements IntegrationContext {

  /** The access token before it is renewed. */
  public static final String TOKEN = "s3cret-access-token-1";

  /** The access token after that. */
  public static final String RENEWED = "s3cret-access-token-2";

  private final IntegrationDescriptor descriptor;
  private final StateStore state;
  private final Set<String> entered;
  private final AtomicInteger renewals = new AtomicInteger();

  /**
   * @param values settings by key, over the initial ones; {@code base-url} to point the integration
   *     at a {@link RecordedServer}
   * @param state what was noted before; the same again for the next call
   * @param patience the longest time for an answer
   */
  public FakeIntegrationContext(
      IntegrationDescriptor descriptor,
      Map<String, String> values,
      InstantSource clock,
      StateStore state,
      Duration patience) {
    super(descriptor, values, clock, patience);
    this.descriptor = descriptor;
    this.state = state;
    this.entered = texts(descriptor, values);
  }

  private static Set<String> texts(IntegrationDescriptor descriptor, Map<String, String> values) {
    return descriptor.about().settings().stream()
        .filter(spec -> spec instanceof SettingSpec.Text && values.containsKey(spec.key()))
        .map(spec -> values.get(spec.key()))
        .collect(Collectors.toSet());
  }

  /** A context whose base address is the server's; it is 22 November 2026. */
  public static FakeIntegrationContext at(RecordedServer server, IntegrationDescriptor descriptor) {
    return new FakeIntegrationContext(
        descriptor,
        Map.of("base-url", server.address().toString()),
        SettableClock.at("2026-11-22T09:00:00Z"),
        new FakeStateStore(),
        FakeHttp.LONGEST);
  }

  @Override
  public StateStore state() {
    return state;
  }

  @Override
  public String accessToken() {
    checkSignIn();
    return renewals.get() == 0 ? TOKEN : RENEWED;
  }

  @Override
  public String renewedAccessToken() throws ExtensionException {
    checkSignIn();
    if (renewals.incrementAndGet() > 1) {
      throw new ExtensionException(Kind.BAD_SETTINGS, "You are signed out. Sign in again.");
    }
    return RENEWED;
  }

  /** To hosts that the test entered as texts, and to those of the descriptor. */
  @Override
  public Socket connect(String host, int port) throws ExtensionException {
    if (!entered.contains(host) && !descriptor.about().hosts().contains(host)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS, "\"%s\" is not a host that was entered.".formatted(host));
    }
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), 10_000);
      return socket;
    } catch (IOException failed) {
      throw new ExtensionException(
          Kind.UNAVAILABLE, "\"%s\" did not answer.".formatted(host), failed);
    }
  }

  private void checkSignIn() {
    if (descriptor.signIn().isEmpty()) {
      throw new IllegalStateException(
          "Integration \"%s\" asks for a token, but its descriptor has no sign-in."
              .formatted(descriptor.about().id()));
    }
  }
}
