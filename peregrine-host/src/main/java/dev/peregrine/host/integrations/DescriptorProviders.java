package dev.peregrine.host.integrations;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.SignIn;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.oauth.OAuthClient;
import dev.peregrine.host.oauth.OAuthProvider;
import dev.peregrine.host.oauth.Providers;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those at whom integrations have the person sign in, by the ids of the integrations: two of one
 * service share nothing. The client is a setting of the integration.
 */
public final class DescriptorProviders implements Providers {

  private final PluginRuntime plugins;
  private final ExtensionSettings settings;

  public DescriptorProviders(PluginRuntime plugins, ExtensionSettings settings) {
    this.plugins = plugins;
    this.settings = settings;
  }

  @Override
  public Optional<OAuthProvider> provider(String id) {
    return descriptor(id)
        .flatMap(descriptor -> descriptor.signIn().map(signIn -> provider(id, descriptor, signIn)));
  }

  private Optional<IntegrationDescriptor> descriptor(String id) {
    return plugins
        .find(Integration.class, id)
        .map(extension -> (IntegrationDescriptor) extension.descriptor());
  }

  private OAuthProvider provider(String id, Descriptor descriptor, SignIn signIn) {
    return new OAuthProvider(
        id,
        descriptor.about().name(),
        signIn.authorize(),
        signIn.token(),
        signIn.device(),
        signIn.scopes(),
        signIn.parameters(),
        entered(descriptor));
  }

  private List<URI> entered(Descriptor descriptor) {
    Map<String, String> values = settings.entered(descriptor);
    return descriptor.about().settings().stream()
        .filter(SettingSpec.Address.class::isInstance)
        .flatMap(spec -> Optional.ofNullable(values.get(spec.key())).stream())
        .map(URI::create)
        .toList();
  }

  @Override
  public Optional<OAuthClient> client(String id) {
    return descriptor(id)
        .flatMap(descriptor -> descriptor.signIn().flatMap(signIn -> client(descriptor, signIn)));
  }

  private Optional<OAuthClient> client(Descriptor descriptor, SignIn signIn) {
    try {
      Settings now = settings.of(descriptor, Map.of());
      String secret = signIn.clientSecret().flatMap(now::secret).orElse("");
      return now.text(signIn.clientId()).map(id -> new OAuthClient(id, secret));
    } catch (ExtensionException incomplete) {
      return Optional.empty();
    }
  }
}
