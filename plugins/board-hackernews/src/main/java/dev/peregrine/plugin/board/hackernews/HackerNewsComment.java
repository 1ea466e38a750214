package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One comment of a thread, read as a posting where it is one. */
record HackerNewsComment(Json hit, BoardContext context) {

  private static final String ITEM = "https://news.ycombinator.com/item?id=";
  private static final int MOST_TAGS = 30;

  private static final Pattern HIRES =
      Pattern.compile(
          "\\b(?:hiring|looking for|seeking|recruiting|join (?:us|our)|open(?:ing| role| position)s?|apply)\\b",
          Pattern.CASE_INSENSITIVE);

  /** How those begin who seek work themselves, in the thread beside this one. */
  private static final Pattern SEEKS_WORK =
      Pattern.compile(
          "(?is)\\s*(?:seeking work\\b|(?:location|remote|willing to relocate|resume)\\s*:).*");

  /**
   * The posting; empty for answers to comments, for comments that were taken away, and for those
   * that offer no work.
   */
  Optional<Posting> posting() throws ExtensionException {
    Json id = hit.at("objectID").isPresent() ? hit.at("objectID") : hit.at("id");
    String number = id.need();
    Optional<String> html = hit.at("comment_text").text().or(() -> hit.at("text").text());
    if (html.isEmpty() || !isTopLevel()) {
      return Optional.empty();
    }
    var text = CommentText.of(html.get(), context);
    return isOffer(text) ? Optional.of(posting(number, html.get(), text)) : Optional.empty();
  }

  private Posting posting(String number, String html, CommentText text) {
    var headline = Headline.of(text.headline());
    var roles = new Roles(headline, text);
    var links = CommentLinks.of(html, context);
    return Posting.of(number, roles.title(), URI.create(ITEM + number))
        .withCompany(headline.company())
        .withApplyUrl(links.application())
        .withPlaces(headline.places())
        .withRemote(headline.remote().or(text::remote))
        .withPosted(posted())
        .withEmploymentTypes(headline.employmentTypes())
        .withSalary(headline.salary())
        .withDescription(Optional.of(html))
        .withTags(roles.inBody().stream().limit(MOST_TAGS).toList())
        .withDetail(PostingDetail.REMOTE_FROM, headline.remoteFrom())
        .withDetail(PostingDetail.COMPANY_SITE, links.site().map(URI::toString))
        .withDetail(PostingDetail.CONTACT_MAIL, joined(text.mails()));
  }

  private boolean isTopLevel() {
    Optional<String> parent = hit.at("parent_id").text();
    Optional<String> story = hit.at("story_id").text();
    return parent.isEmpty() || story.isEmpty() || parent.equals(story);
  }

  /**
   * The thread asks for a first line with bars in it; who writes otherwise says that they hire. A
   * question, a remark and a person who seeks work do neither.
   */
  private static boolean isOffer(CommentText text) {
    String headline = text.headline();
    if (headline.isEmpty() || SEEKS_WORK.matcher(headline).matches()) {
      return false;
    }
    boolean hasBars = headline.indexOf('|') > 0;
    boolean isQuestion = headline.endsWith("?") || headline.startsWith("@");
    return hasBars || !isQuestion && HIRES.matcher(text.whole()).find() && text.hasContact();
  }

  private Optional<LocalDate> posted() {
    InstantSource clock = context.clock();
    return Stream.of("created_at", "created_at_i")
        .flatMap(name -> hit.at(name).text().stream())
        .flatMap(text -> Posting.day(text, clock).stream())
        .findFirst();
  }

  private static Optional<String> joined(List<String> texts) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
  }
}
