package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Item;
import dev.peregrine.api.integration.Notice.Priority;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what happened as notices.
 *
 * @param tenant whose it is, for ids that are unique
 * @param address where Peregrine is reached
 */
record NoticeWriting(String tenant, Optional<URI> address, Instant now) {

  /** A notice of its own. */
  Notice single(Held held) {
    Happening happening = held.happening();
    return new Notice(
        id(held),
        happening.event(),
        happening.title(),
        happening.text(),
        List.of(),
        happening.path().flatMap(this::link),
        happening.priority(),
        happening.at(),
        facts(happening.facts(), happening.path()));
  }

  /**
   * All of them: postings as one notice, the others one by one, or everything as one where that
   * would be too many.
   */
  List<Notice> all(List<Held> held, int most) {
    List<Held> postings =
        held.stream().filter(each -> each.happening().event() == Event.POSTINGS_FOUND).toList();
    List<Held> others = held.stream().filter(each -> !postings.contains(each)).toList();
    boolean tooMany = others.size() + (postings.isEmpty() ? 0 : 1) > most;
    if (tooMany || held.stream().anyMatch(Held::flooded)) {
      return List.of(digest(held));
    }
    var notices = new ArrayList<Notice>();
    if (postings.size() == 1) {
      notices.add(single(postings.getFirst()));
    } else if (!postings.isEmpty()) {
      notices.add(postings(postings));
    }
    others.forEach(each -> notices.add(single(each)));
    return notices;
  }

  private Notice postings(List<Held> held) {
    return several(
        held, Event.POSTINGS_FOUND, t("notices.postings", "count", held.size()), "/review");
  }

  private Notice digest(List<Held> held) {
    return held.size() == 1
        ? single(held.getFirst())
        : several(held, Event.DIGEST, t("notices.digest", "count", held.size()), "/");
  }

  private Notice several(List<Held> held, Event event, String title, String path) {
    return new Notice(
        id(held.getLast()),
        event,
        title,
        "",
        held.stream().map(each -> item(each.happening())).toList(),
        link(path),
        Priority.NORMAL,
        now,
        facts(Map.of("count", Integer.toString(held.size())), Optional.of(path)));
  }

  /** An open page leads there whatever its address is. */
  private static Map<String, String> facts(Map<String, String> facts, Optional<String> path) {
    var all = new TreeMap<>(facts);
    path.ifPresent(where -> all.put("path", where));
    return all;
  }

  private Item item(Happening happening) {
    String first = happening.text().lines().findFirst().orElse("");
    return new Item(happening.title(), first, happening.path().flatMap(this::link));
  }

  private String id(Held held) {
    return "%s-%d-%d".formatted(tenant, held.happening().at().toEpochMilli(), held.id());
  }

  private Optional<URI> link(String path) {
    return address.map(root -> URI.create(root.toString().replaceFirst("/+$", "") + path));
  }
}
