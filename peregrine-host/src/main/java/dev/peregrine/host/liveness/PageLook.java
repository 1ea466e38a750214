package dev.peregrine.host.liveness;

import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.host.http.PageContext;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a posting's page tells: its status, where it redirects to, its structured data, its words —
 * in that order, the surest first.
 */
final class PageLook {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final Pattern SIGN_IN =
      Pattern.compile("/(?:authwall|login|log-in|signin|sign-in|signup|checkpoint|captcha)\\b");
  private static final int READ = 400_000;

  private PageLook() {}

  static Finding of(URI asked, HttpReply reply, Instant now) {
    int status = reply.status();
    String host = asked.getHost();
    if (status == 404 || status == 410) {
      return Finding.gone(
          "\"%s\" answers that there is no such page (status %d).".formatted(host, status));
    }
    if (status < 200 || status > 299) {
      return Finding.uncertain("\"%s\" did not show the page (status %d).".formatted(host, status));
    }
    if (SIGN_IN.matcher(reply.address().toString().toLowerCase(Locale.ROOT)).find()) {
      return Finding.uncertain("\"%s\" wants a sign-in before it shows the page.".formatted(host));
    }
    return redirected(asked, reply.address()).orElseGet(() -> shown(asked, reply, now));
  }

  /** A closed posting's address often leads to the list of all: what named it is gone from it. */
  private static Optional<Finding> redirected(URI asked, URI reached) {
    String name = lastStep(asked);
    if (asked.equals(reached) || name.length() < 3 || decided(reached).contains(name)) {
      return Optional.empty();
    }
    boolean shorter = reached.getPath().length() < asked.getPath().length();
    return shorter
        ? Optional.of(
            Finding.gone(
                "Its address now leads to \"%s%s\", which is another page."
                    .formatted(reached.getHost(), reached.getPath())))
        : Optional.empty();
  }

  private static String decided(URI address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  private static String lastStep(URI address) {
    String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static Finding shown(URI asked, HttpReply reply, Instant now) {
    Markup page = reply.html();
    List<Posting> postings = Posting.inPage(page, new PageContext(), asked);
    Optional<Instant> closes =
        postings.size() == 1 ? postings.getFirst().closes() : Optional.empty();
    if (closes.isPresent() && closes.get().isBefore(now)) {
      return Finding.gone(
          "The page says that it closed on %s.".formatted(DAY.format(closes.get())));
    }
    String text = page.text("body").orElse("");
    Optional<String> closed = ClosedWords.in(text.length() > READ ? text.substring(0, READ) : text);
    if (closed.isPresent()) {
      return Finding.gone("The page says: “%s”.".formatted(closed.get()));
    }
    if (!postings.isEmpty()) {
      return Finding.open("The page of \"%s\" still shows it.".formatted(asked.getHost()));
    }
    return text.length() < 300
        ? Finding.uncertain(
            "The page of \"%s\" shows nothing without a browser.".formatted(asked.getHost()))
        : Finding.open("The page of \"%s\" is still there.".formatted(asked.getHost()));
  }
}
