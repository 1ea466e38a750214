package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.testkit.TrackerLoad;
import java.time.Duration;
import java.util.Map;

/** How long many jobs take at a Google that takes sixty calls a minute. */
final class GoogleSheetsLoad {

  private GoogleSheetsLoad() {}

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    var load =
        new TrackerLoad(
            new GoogleSheets(),
            new FakeSheets(),
            new TrackerLoad.Limit(60, Duration.ofMinutes(1)),
            Duration.ofMillis(350));
    System.out.println(load.run(rows, Map.of()));
  }
}
