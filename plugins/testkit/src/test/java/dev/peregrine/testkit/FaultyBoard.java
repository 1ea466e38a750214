package dev.peregrine.testkit;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A sound little board that reads pages of seven rows, with one fault. */
final class FaultyBoard implements JobBoard {

  enum Fault {
    NONE,
    IGNORES_THE_LIMIT,
    HANDS_OVER_TWICE,
    TAKES_FAILURES_FOR_NOTHING,
    REPEATS_THE_SERVERS_TEXT,
    DIES_OF_ONE_ROW,
    HIDES_BROKEN_ROWS,
    IGNORES_THE_ADDRESS,
    CLAIMS_A_FILTER,
    HIDES_THE_INTERRUPT,
    TELLS_THE_SECRET,
    LINKS_WITH_THE_SECRET,
    READS_THE_MACHINES_ZONE,
    INVENTS_A_CURRENCY,
    DIES_OF_ODD_PAY,
    STOPS_AFTER_A_PAGE,
    READS_ON_FOREVER,
    HIDES_A_FAILED_PAGE,
    READS_PAGES_FOR_NOTHING
  }

  static final int PAGE = 7;

  private final Fault fault;

  FaultyBoard(Fault fault) {
    this.fault = fault;
  }

  @Override
  public BoardDescriptor descriptor() {
    var about =
        About.of("faulty", "Faulty", "A board for tests.")
            .withHosts("faulty.example")
            .withSettings(
                SettingSpec.baseUrl("https://faulty.example"),
                new SettingSpec.Secret("api-key", "Key", "", true));
    return fault == Fault.CLAIMS_A_FILTER
        ? BoardDescriptor.feed(about, BoardFilter.REMOTE)
        : BoardDescriptor.feed(about);
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    try {
      readPages(query, context, found);
    } catch (ExtensionException failed) {
      if (fault != Fault.TAKES_FAILURES_FOR_NOTHING) {
        throw failed;
      }
    } catch (InterruptedException stopped) {
      if (fault != Fault.HIDES_THE_INTERRUPT) {
        throw stopped;
      }
    }
  }

  private void readPages(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    var seen = new HashSet<String>();
    for (int page = 0; page < 400; page++) {
      int before = seen.size();
      List<Json> rows;
      try {
        rows = rows(call(page, context), context);
      } catch (ExtensionException failed) {
        if (page > 0 && fault == Fault.HIDES_A_FAILED_PAGE) {
          return;
        }
        throw failed;
      }
      read(rows, query, context, found, seen);
      boolean goesOn =
          switch (fault) {
            case STOPS_AFTER_A_PAGE -> false;
            case READS_ON_FOREVER -> true;
            case READS_PAGES_FOR_NOTHING -> rows.size() == PAGE && seen.size() > before;
            default -> rows.size() == PAGE && seen.size() > before && seen.size() < query.limit();
          };
      if (!goesOn) {
        return;
      }
    }
  }

  private HttpCall call(int page, BoardContext context) {
    String base =
        fault == Fault.IGNORES_THE_ADDRESS
            ? "https://faulty.example"
            : context.settings().address("base-url").orElseThrow().toString();
    return HttpCall.get(base + "/jobs")
        .withQuery("page", Integer.toString(page))
        .withQuery("key", key(context));
  }

  private static String key(BoardContext context) {
    return context.settings().secret("api-key").orElseThrow();
  }

  private List<Json> rows(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    if (fault == Fault.REPEATS_THE_SERVERS_TEXT) {
      throw new ExtensionException(Kind.UNAVAILABLE, context.http().exchange(call).text() + ".");
    }
    if (fault == Fault.TELLS_THE_SECRET) {
      context.log().log(System.Logger.Level.INFO, "Asking " + call.address());
    }
    Json jobs = context.http().fetch(call).json().at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(Kind.CHANGED_REMOTE, "The answer has no list of jobs.");
    }
    return jobs.items();
  }

  private void read(
      List<Json> rows,
      BoardQuery query,
      BoardContext context,
      Consumer<Posting> found,
      Set<String> seen)
      throws ExtensionException {
    int broken = 0;
    for (Json row : rows) {
      try {
        Posting posting = posting(row, context);
        boolean isNew = seen.add(posting.nativeId()) || fault == Fault.HANDS_OVER_TWICE;
        boolean fits = seen.size() <= query.limit() || fault == Fault.IGNORES_THE_LIMIT;
        if (isNew && fits) {
          found.accept(posting);
        }
      } catch (IllegalArgumentException unreadable) {
        broken++;
        if (fault == Fault.DIES_OF_ONE_ROW) {
          throw unreadable;
        }
        if (fault != Fault.HIDES_BROKEN_ROWS) {
          context.skipped(
              "row " + row.path(),
              new ExtensionException(Kind.CHANGED_REMOTE, "The row has no id or no title."));
        }
      }
    }
    if (broken > 0 && broken == rows.size()) {
      throw new ExtensionException(Kind.CHANGED_REMOTE, "No row has an id and a title.");
    }
  }

  private Posting posting(Json row, BoardContext context) {
    String id = row.at("id").text().orElseThrow(IllegalArgumentException::new);
    String title = row.at("title").text().orElseThrow(IllegalArgumentException::new);
    String link = fault == Fault.LINKS_WITH_THE_SECRET ? id + "?key=" + key(context) : id;
    return Posting.of(id, title, URI.create("https://faulty.example/" + link))
        .withPosted(
            fault == Fault.READS_THE_MACHINES_ZONE ? Optional.of(today(context)) : Optional.empty())
        .withSalary(pay(row));
  }

  private Optional<Salary> pay(Json row) {
    String currency =
        row.at("currency").text().orElse(fault == Fault.INVENTS_A_CURRENCY ? "USD" : "");
    if (fault == Fault.DIES_OF_ODD_PAY && !currency.isEmpty()) {
      Currency.getInstance(currency);
    }
    return Salary.of(row.at("pay").number(), Optional.empty(), currency, PayPeriod.YEAR);
  }

  private static LocalDate today(BoardContext context) {
    Date now = Date.from(context.clock().instant());
    return LocalDate.parse(new SimpleDateFormat("yyyy-MM-dd").format(now));
  }
}
