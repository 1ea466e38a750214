package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.Service;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Nextcloud server. It keeps versions by itself.
 *
 * @see <a
 *     href="https://docs.nextcloud.com/server/latest/developer_manual/client_apis/WebDAV/">WebDAV
 *     of Nextcloud</a>
 */
public final class Nextcloud implements DocumentStore {

  /** Part of the address that people copy from the settings of the Files app. */
  private static final Pattern COPIED = Pattern.compile("/(?:remote\\.php|index\\.php|apps)/.*$");

  private static final Pattern PRINCIPAL = Pattern.compile("/principals/users/([^/]+)/?$");

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
            About.of("nextcloud", "Nextcloud", "Documents into your Nextcloud, with versions.")
                .withCallGap(Duration.ofMillis(50))
                .withHomepage("https://nextcloud.com")
                .withSettings(
                    new SettingSpec.Address(
                        "base-url",
                        "Address",
                        "As in the browser, such as https://cloud.example.org.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Text(
                        "user", "User name", "With which you sign in.", true, Optional.empty()),
                    new SettingSpec.Secret(
                        "password",
                        "App password",
                        "Nextcloud → Personal settings → Security → Create new app password.",
                        true),
                    RootFolder.setting()),
            Capability.LINKS,
            Capability.VERSIONS)
        .withLargest(1L << 36);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Service cloud = cloud(context);
    return Login.tried(new DavTree(cloud.at(files(cloud, user(cloud)))), context);
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Service cloud = cloud(context);
    String user = user(cloud);
    var tree = new DavTree(cloud.at(files(cloud, user)));
    URI uploads = HttpCall.under(cloud.base(), "remote.php", "dav", "uploads", user);
    var chunks = new Chunks(tree, new DavTree(cloud.at(uploads)), context);
    var placing = new Placing(tree, RootFolder.of(context), chunks, upload, context);
    Placing.Found placed = placing.place();
    return stored(placing.kept(placed).id(), placed.file().tag(), placed.file().number(), cloud);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Service cloud = cloud(context);
    Optional<Kept> kept = Kept.parse(storedId);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    return new DavTree(cloud.at(files(cloud, user(cloud))))
        .look(kept.get().steps())
        .filter(file -> !file.isFolder())
        .map(file -> stored(storedId, file.tag(), file.number(), cloud));
  }

  /** The link opens the file in the browser, wherever the person moved it. */
  private static Stored stored(String id, String tag, Optional<String> number, Service cloud) {
    return new Stored(
        id,
        Optional.of(tag),
        number
            .filter(digits -> digits.matches("\\d{1,19}"))
            .map(digits -> HttpCall.under(cloud.base(), "index.php", "f", digits)));
  }

  private static Service cloud(IntegrationContext context) throws ExtensionException {
    Service given = Service.of("Nextcloud", context);
    String address = COPIED.matcher(given.base().toString()).replaceFirst("");
    return Login.with(
        given.at(URI.create(address)),
        context.settings().text("user").orElse("").strip(),
        Service.required(context, "password", "App password"));
  }

  private static URI files(Service cloud, String user) {
    return HttpCall.under(cloud.base(), "remote.php", "dav", "files", user);
  }

  /** One may sign in with an e-mail address; the folders have the name behind it. */
  private static String user(Service cloud) throws ExtensionException, InterruptedException {
    HttpCall ask =
        HttpCall.of("PROPFIND", HttpCall.under(cloud.base(), "remote.php", "dav", ""))
            .withHeader("Depth", "0")
            .withBody(
                DavTree.xml(
                    """
                    <?xml version="1.0" encoding="utf-8"?>
                    <d:propfind xmlns:d="DAV:"><d:prop><d:current-user-principal/></d:prop></d:propfind>
                    """));
    HttpReply reply = cloud.send(ask, "a Nextcloud at this address");
    String principal =
        reply.xml().text("*|current-user-principal *|href").orElseThrow(cloud::notUnderstood);
    Matcher named = PRINCIPAL.matcher(principal);
    if (!named.find()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Nextcloud does not say who is signed in. Check user name and app password.");
    }
    try {
      return URLDecoder.decode(named.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException odd) {
      throw cloud.notUnderstood();
    }
  }
}
