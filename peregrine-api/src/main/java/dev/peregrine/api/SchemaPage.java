package dev.peregrine.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The schema.org JobPostings of a page: those in its scripts, else those in its microdata. */
final class SchemaPage {

  private static final int DEEPEST = 8;
  private static final int MOST = 2000;

  private SchemaPage() {}

  static List<Posting> postings(Markup page, ExtensionContext context, URI address) {
    var inScripts = new ArrayList<Json>();
    for (Markup script : page.select("script[type~=(?i)ld\\+json]")) {
      collect(context.json(script.inner()), 0, inScripts);
    }
    List<Posting> postings = apart(inScripts, address);
    if (postings.size() > 1) {
      return postings;
    }
    var inMarkup = new ArrayList<Json>();
    for (Markup scope : page.select("[itemtype~=(?i)schema\\.org/JobPosting]")) {
      inMarkup.add(Microdata.of(scope));
    }
    List<Posting> marked = apart(inMarkup, address);
    if (postings.isEmpty()) {
      return marked;
    }
    Posting posting = postings.getFirst();
    boolean isSame = marked.size() == 1 && marked.getFirst().title().equals(posting.title());
    return isSame ? List.of(completed(posting, marked.getFirst())) : postings;
  }

  /** What a page says of a posting only in its microdata. */
  private static Posting completed(Posting posting, Posting marked) {
    var details = new EnumMap<PostingDetail, String>(PostingDetail.class);
    details.putAll(marked.details());
    details.putAll(posting.details());
    return new Posting(
        posting.nativeId(),
        posting.title(),
        posting.company().or(marked::company),
        posting.url(),
        posting.applyUrl().or(marked::applyUrl),
        posting.places().isEmpty() ? marked.places() : posting.places(),
        posting.remote().or(marked::remote),
        posting.posted().or(marked::posted),
        posting.closes().or(marked::closes),
        posting.employmentTypes().isEmpty() ? marked.employmentTypes() : posting.employmentTypes(),
        posting.salary().or(marked::salary),
        posting.description().or(marked::description),
        posting.tags().isEmpty() ? marked.tags() : posting.tags(),
        details);
  }

  private static void collect(Json data, int depth, List<Json> found) {
    if (depth > DEEPEST || found.size() == MOST) {
      return;
    }
    if (data.isObject() && isJobPosting(data.at("@type"))) {
      found.add(data);
    } else if (data.isObject() || data.isArray()) {
      data.items().forEach(child -> collect(child, depth + 1, found));
    }
  }

  private static boolean isJobPosting(Json type) {
    return new SchemaValue(type)
        .all().stream()
            .flatMap(one -> one.text().stream())
            .anyMatch(name -> name.matches("(?i)(?:https?://schema\\.org/|schema:)?JobPosting"));
  }

  /** A page may hold the same posting twice, and then it is one. */
  private static List<Posting> apart(List<Json> found, URI address) {
    var once = new LinkedHashMap<String, SchemaPosting>();
    var links = new HashMap<URI, Integer>();
    for (Json data : found) {
      SchemaPosting posting = SchemaPosting.of(data);
      if (posting.title().isPresent() && once.putIfAbsent(mark(posting), posting) == null) {
        link(posting, address).ifPresent(link -> links.merge(link, 1, Integer::sum));
      }
    }
    if (once.size() == 1) {
      return once.values().iterator().next().posting(address.toString(), address).stream().toList();
    }
    var postings = new ArrayList<Posting>();
    once.forEach(
        (mark, posting) -> {
          // A link that several share leads to none of them.
          Optional<URI> own =
              link(posting, address).filter(link -> links.getOrDefault(link, 0) == 1);
          String nativeId = own.map(URI::toString).orElse(address + "#" + mark);
          posting.posting(nativeId, own.orElse(address)).ifPresent(postings::add);
        });
    return List.copyOf(postings);
  }

  private static Optional<URI> link(SchemaPosting posting, URI address) {
    return posting
        .data()
        .at("url")
        .markup()
        .flatMap(text -> HttpCall.address(address, text))
        .filter(link -> !link.equals(address));
  }

  /** What tells a posting from the others of its page. */
  private static String mark(SchemaPosting posting) {
    var mark = new StringBuilder(posting.identifier().orElse(""));
    posting.data().at("url").markup().ifPresent(url -> mark.append(' ').append(url));
    if (mark.isEmpty()) {
      mark.append(posting.title().orElse(""));
      posting.places().told().forEach(place -> mark.append(", ").append(place.text()));
    }
    return mark.toString().strip();
  }
}
