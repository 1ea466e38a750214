package dev.peregrine.host.integrations;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthException;
import dev.peregrine.host.plugins.AccessTokens;
import dev.peregrine.host.tenancy.Tenant;
import java.util.concurrent.Callable;

/** The tokens of the tenant for whom an integration is called, also on the call's own threads. */
record SignedIn(OAuth oauth, String id, Tenant tenant) implements AccessTokens {

  @Override
  public String token() throws ExtensionException, InterruptedException {
    return of(() -> oauth.token(id, id));
  }

  @Override
  public String renewed() throws ExtensionException, InterruptedException {
    return of(
        () -> {
          oauth.refused(id);
          return oauth.token(id, id);
        });
  }

  private String of(Callable<String> asking) throws ExtensionException, InterruptedException {
    try {
      return tenant.call(asking);
    } catch (OAuthException none) {
      throw new ExtensionException(kind(none), String.valueOf(none.getMessage()), none);
    } catch (RuntimeException | InterruptedException thrown) {
      throw thrown;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Kind kind(OAuthException none) {
    return switch (none.kind()) {
      case UNREACHABLE -> Kind.UNAVAILABLE;
      case NO_CLIENT, BAD_CLIENT, DENIED, SIGN_IN, STALE -> Kind.BAD_SETTINGS;
    };
  }
}
