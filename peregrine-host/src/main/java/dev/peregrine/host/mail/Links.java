package dev.peregrine.host.mail;

import dev.peregrine.host.mail.OneMailPage.Piece;
import dev.peregrine.host.web.SafeHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Links of mails: each says to which host it leads, whatever its words say. */
final class Links {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"'`\\\\^{|}\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL = Pattern.compile("[.,;:!?)\\]*_’”»]+$");
  private static final int LONGEST_PATH = 40;
  private static final int LONGEST_HTML = 200_000;
  private static final int MOST = 2_000;

  private Links() {}

  /** A text in pieces. */
  static List<Piece> in(String text) {
    var pieces = new ArrayList<Piece>();
    Matcher link = LINK.matcher(text);
    int from = 0;
    while (pieces.size() < MOST && link.find()) {
      String address = TAIL.matcher(link.group()).replaceFirst("");
      Optional<URI> uri = uri(address);
      if (uri.isPresent()) {
        if (link.start() > from) {
          pieces.add(new Piece(text.substring(from, link.start()), ""));
        }
        pieces.add(new Piece(shown(uri.get()), uri.get().toString()));
        from = link.start() + address.length();
      }
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), ""));
    }
    return pieces;
  }

  /** As it was laid out, without what could act or call out, and with the host beside each link. */
  static SafeHtml safe(String html) {
    Document document =
        Jsoup.parseBodyFragment(
            html.length() > LONGEST_HTML ? html.substring(0, LONGEST_HTML) : html);
    for (Element link : document.select("a[href]")) {
      Optional<URI> uri = uri(link.attr("href").strip());
      if (uri.isPresent() && link.hasText()) {
        link.appendText(" (" + host(uri.get()) + ")");
      }
    }
    return SafeHtml.of(document.body().html());
  }

  private static Optional<URI> uri(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return Optional.of(uri)
          .filter(it -> scheme.equals("http") || scheme.equals("https"))
          .filter(it -> it.getHost() != null);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The host first, so that nothing before it can pretend to be one. */
  private static String shown(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String rest = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    return host(uri)
        + (rest.length() > LONGEST_PATH
            ? rest.substring(0, LONGEST_PATH) + "…"
            : rest.equals("/") ? "" : rest);
  }

  private static String host(URI uri) {
    return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
  }
}
