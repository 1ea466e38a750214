package dev.peregrine.host.config;

import dev.peregrine.host.http.OutgoingProxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** {@code config/network.yaml} of the installation: how it reaches other servers. */
public final class NetworkFile {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern NAMED = Pattern.compile("^(\\w+://)?([^/@:]+)(?::([^/@]*))?@(.*)$");

  private static final String HEAD =
      """
      # How Peregrine reaches other servers. Saving in the browser changes only what you changed there.
      """;

  private final YamlFile file;
  private final Map<String, String> environment;
  private final Supplier<Optional<String>> password;
  private final LastGood<Network> good = new LastGood<>(NetworkFile::read);

  /**
   * What the file says.
   *
   * @param proxy the address of the proxy for everything; empty for none
   * @param direct hosts that are called without it
   */
  public record Network(String proxy, List<String> direct) {

    public Network {
      proxy = proxy.strip();
      direct = List.copyOf(direct);
    }

    /** The address without a password. */
    public String proxyShown() {
      Matcher named = NAMED.matcher(proxy);
      return named.matches() ? start(named) + named.group(2) + "@" + named.group(4) : proxy;
    }

    /** The password in the address; empty for none. */
    public Optional<String> password() {
      Matcher named = NAMED.matcher(proxy);
      return named.matches()
          ? Optional.ofNullable(named.group(3)).filter(text -> !text.isEmpty())
          : Optional.empty();
    }

    private static String start(Matcher named) {
      return named.group(1) == null ? "" : named.group(1);
    }

    /** The same with a password in the address, where it names somebody without one. */
    Network with(String secret) {
      Matcher named = NAMED.matcher(proxy);
      if (!named.matches() || password().isPresent()) {
        return this;
      }
      String coded = URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
      return new Network(
          start(named) + named.group(2) + ":" + coded + "@" + named.group(4), direct);
    }

    boolean namesSomebodyOnly() {
      return NAMED.matcher(proxy).matches() && password().isEmpty();
    }

    Optional<OutgoingProxy> asProxy() {
      return OutgoingProxy.of(proxy, String.join(" ", direct));
    }
  }

  /** Without variables and passwords kept elsewhere. */
  public NetworkFile(Path config) {
    this(config, Map.of(), Optional::empty);
  }

  /**
   * @param config the folder
   * @param environment what <code>${NAME}</code> in place of the address may name
   * @param password of whom the address names without one
   */
  public NetworkFile(
      Path config, Map<String, String> environment, Supplier<Optional<String>> password) {
    this.file = new YamlFile(config.resolve("network.yaml"));
    this.environment = Map.copyOf(environment);
    this.password = password;
  }

  /** What the file says; while it has a mistake, what it said before. */
  public Network current() {
    return good.current(file);
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file);
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return ChangedMeanwhileException.mark(current().toString());
  }

  /**
   * The proxy for everything; empty where the file names none.
   *
   * @throws ConfigException where the file cannot be read and never could, or the address fits no
   *     proxy; it is not quoted, since it may hold a password
   */
  public Optional<OutgoingProxy> proxy() {
    Network now = current();
    if (now.proxy().isEmpty()) {
      return Optional.empty();
    }
    Matcher variable = VARIABLE.matcher(now.proxy());
    Network named =
        variable.matches()
            ? new Network(environment.getOrDefault(variable.group(1), ""), now.direct())
            : now;
    Network whole =
        named.namesSomebodyOnly() ? password.get().map(named::with).orElse(named) : named;
    return Optional.of(
        whole
            .asProxy()
            .orElseThrow(
                () ->
                    new ConfigException(
                        file.path(),
                        0,
                        "the variable that proxy names holds no address of a proxy. Set it to one such as http://proxy.example:3128.")));
  }

  /**
   * Stores it as a page shows it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(Network network, String seen) {
    Network before = read(file);
    if (!ChangedMeanwhileException.mark(before.toString()).equals(seen)) {
      throw new ChangedMeanwhileException("How others are reached");
    }
    if (before.equals(network)) {
      return;
    }
    Optional<String> text = file.text();
    List<YamlEdit.Entry> entries = entries(network);
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, entries);
      if (reads(edit.text(), network)) {
        file.write(edit.text());
        return;
      }
    }
    var fresh = new ArrayList<String>();
    entries.forEach(entry -> fresh.addAll(entry.lines("")));
    file.write(
        text.filter(present -> file.parse(present).isEmpty()).orElse(HEAD)
            + String.join("\n", fresh)
            + "\n");
  }

  static List<YamlEdit.Entry> entries(Network network) {
    return List.of(
        new YamlEdit.Entry(
            List.of("proxy"),
            network.proxy().isEmpty() ? List.of() : List.of(YamlEdit.scalar(network.proxy()))),
        new YamlEdit.Entry(List.of("no_proxy"), YamlEdit.list(network.direct())));
  }

  private boolean reads(String text, Network wanted) {
    try {
      return read(file, Optional.of(text)).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static Network read(YamlFile file) {
    return read(file, file.text());
  }

  private static Network read(YamlFile file, Optional<String> text) {
    Optional<YamlPart> root = text.flatMap(file::parse);
    Optional<YamlPart> proxy = root.flatMap(part -> part.at("proxy"));
    var network =
        new Network(
            proxy.map(YamlPart::text).orElse(""),
            root.flatMap(part -> part.at("no_proxy")).map(YamlPart::texts).orElse(List.of()));
    if (proxy.isPresent()
        && !VARIABLE.matcher(network.proxy()).matches()
        && network.asProxy().isEmpty()) {
      throw proxy
          .get()
          .mistake(
              "proxy is no address of a proxy, expected one such as"
                  + " http://user:password@proxy.example:3128. Correct this line");
    }
    return network;
  }

  /** Whether that may stand for the proxy: an address of one, or a variable. */
  public static boolean isProxy(String text) {
    return VARIABLE.matcher(text).matches() || OutgoingProxy.of(text, "").isPresent();
  }
}
