package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The token of the person's sign-in; another one where the first is refused. */
final class SignedIn implements Service.Pass {

  private final IntegrationContext context;
  private final List<String> used = new CopyOnWriteArrayList<>();

  SignedIn(IntegrationContext context) {
    this.context = context;
  }

  @Override
  public Map<String, String> headers(boolean renewed)
      throws ExtensionException, InterruptedException {
    String token = renewed ? context.renewedAccessToken() : context.accessToken();
    used.add(token);
    return Map.of("Authorization", "Bearer " + token);
  }

  @Override
  public boolean canBeRenewed() {
    return true;
  }

  @Override
  public List<String> secrets() {
    return List.copyOf(used);
  }
}
