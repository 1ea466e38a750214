package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with places to fill in.
 *
 * @param origin scheme and host
 * @param server the origin without labels that are filled in: the initial {@code base-url}
 * @param steps of the path
 */
record AddressTemplate(Template origin, String server, List<Template> steps) {

  private static final Pattern WHOLE = Pattern.compile("(https?://[^/?#\\s]+)((?:/[^?#\\s]*)?)");
  private static final Pattern FILLED = Pattern.compile("\\{[^}]*}\\.");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  static AddressTemplate read(RecipePart part, ExpressionReader expressions) {
    String text = part.text().strip();
    Matcher whole = WHOLE.matcher(text);
    String server = whole.matches() ? FILLED.matcher(whole.group(1)).replaceAll("") : "{";
    if (server.contains("{") || HttpCall.address(server).isEmpty()) {
      throw part.wrong(
          "an address such as https://api.example.com/jobs, with parameters below \"query\"");
    }
    String path = whole.group(2);
    List<Template> steps =
        path.isEmpty()
            ? List.of()
            : List.of(path.substring(1).split("/", -1)).stream()
                .map(step -> expressions.template(part, step))
                .toList();
    return new AddressTemplate(expressions.template(part, whole.group(1)), server, steps);
  }

  String host() {
    return URI.create(server).getHost().toLowerCase(Locale.ROOT);
  }

  boolean hasFilledHost() {
    return origin.pieces().size() > 1;
  }

  void names(Consumer<String> taker) {
    origin.names(taker);
    steps.forEach(step -> step.names(taker));
  }

  /**
   * The addresses to try, one after the other. A server that stands in for a board with a host for
   * each employer has a folder for each instead, or answers for all.
   *
   * @param own where the person reaches the server, if somewhere else than usual
   * @throws ExtensionException {@code UNSUPPORTED} where something to fill in is not known
   */
  List<URI> filled(Asked asked, Optional<URI> own) throws ExtensionException {
    var path = new ArrayList<String>();
    for (Template step : steps) {
      path.add(step.text(asked).orElseThrow(() -> unknown(step)));
    }
    var roots = new ArrayList<URI>();
    if (own.isEmpty()) {
      roots.add(usual(asked));
    } else {
      if (hasFilledHost()) {
        roots.add(HttpCall.under(own.get(), label(asked)));
      }
      roots.add(own.get());
    }
    try {
      return roots.stream().map(root -> HttpCall.under(root, path.toArray(String[]::new))).toList();
    } catch (IllegalArgumentException leadsAway) {
      throw new ExtensionException(
          Kind.UNSUPPORTED, "A part of the address is \".\" or empty, expected a name.");
    }
  }

  private URI usual(Asked asked) throws ExtensionException {
    return hasFilledHost()
        ? URI.create(server.replaceFirst("://", "://" + label(asked) + "."))
        : URI.create(server);
  }

  /** What is filled in stands at the beginning of the host. */
  private String label(Asked asked) throws ExtensionException {
    String filled = origin.text(asked).orElseThrow(() -> unknown(origin));
    String prefix = filled.substring(filled.indexOf("://") + 3, filled.length() - tail() - 1);
    String label = prefix.toLowerCase(Locale.ROOT);
    if (!LABEL.matcher(label).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" cannot be a part of a host's name, expected letters, digits and \"-\". Correct it."
              .formatted(prefix.length() > 60 ? prefix.substring(0, 60) + "…" : prefix));
    }
    return label;
  }

  private int tail() {
    return server.length() - server.indexOf("://") - 3;
  }

  private static ExtensionException unknown(Template unfilled) {
    var names = new ArrayList<String>();
    unfilled.names(names::add);
    return new ExtensionException(
        Kind.UNSUPPORTED,
        "The board cannot be asked for this: there is no value for \"%s\"."
            .formatted(String.join("\", \"", names)));
  }
}
