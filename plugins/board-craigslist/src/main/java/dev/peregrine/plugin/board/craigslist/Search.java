package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a query comes to on Craigslist: one page for each metro and title. */
record Search(BoardQuery query, BoardContext context) {

  Collection<URI> addresses() throws ExtensionException {
    String category = context.settings().text("category").orElse("jjj");
    var addresses = new LinkedHashSet<URI>();
    for (String metro : Metros.of(context).of(query, context)) {
      URI server =
          CraigslistBoard.entered(context)
              .orElseGet(() -> URI.create("https://" + metro + ".craigslist.org"));
      for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
        addresses.add(address(HttpCall.under(server, "search", category), title));
      }
    }
    return addresses;
  }

  private URI address(URI page, String title) {
    HttpCall call = HttpCall.get(page).withQuery("sort", "date");
    if (!title.isEmpty()) {
      call = call.withQuery("query", title);
    }
    if (isToday()) {
      call = call.withQuery("postedToday", "1");
    }
    if (query.remote().equals(Set.of(RemoteMode.REMOTE))) {
      call = call.withQuery("is_telecommuting", "1");
    }
    for (EmploymentType type : query.employmentTypes()) {
      Optional<String> number = number(type);
      call = number.isPresent() ? call.withQuery("employment_type", number.get()) : call;
    }
    return call.address();
  }

  /** The only age that its pages can be asked for; the rest is seen on the postings. */
  private boolean isToday() {
    return query.maxAge().map(age -> age.compareTo(Duration.ofDays(1)) <= 0).orElse(false);
  }

  private static Optional<String> number(EmploymentType type) {
    return switch (type) {
      case FULL_TIME -> Optional.of("1");
      case PART_TIME -> Optional.of("2");
      case CONTRACT -> Optional.of("3");
      case PERMANENT,
          TEMPORARY,
          INTERNSHIP,
          APPRENTICESHIP,
          WORKING_STUDENT,
          PER_DIEM,
          VOLUNTEER,
          OTHER ->
          Optional.empty();
    };
  }

  /** What a posting does not say passes. */
  boolean isWanted(Posting posting) {
    boolean remote =
        query.remote().isEmpty() || posting.remote().map(query.remote()::contains).orElse(true);
    boolean type =
        query.employmentTypes().isEmpty()
            || posting.employmentTypes().isEmpty()
            || !Collections.disjoint(posting.employmentTypes(), query.employmentTypes());
    return remote && type && isYoung(posting);
  }

  private boolean isYoung(Posting posting) {
    if (query.maxAge().isEmpty() || posting.posted().isEmpty()) {
      return true;
    }
    var oldest = context.clock().instant().minus(query.maxAge().get());
    return !posting.posted().get().isBefore(LocalDate.ofInstant(oldest, ZoneOffset.UTC));
  }
}
