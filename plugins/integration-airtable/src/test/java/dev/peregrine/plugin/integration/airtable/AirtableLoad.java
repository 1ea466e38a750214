package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.testkit.TrackerLoad;
import java.time.Duration;
import java.util.Map;

/** How long many jobs take at an Airtable that takes five calls in each second. */
final class AirtableLoad {

  private AirtableLoad() {}

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    var load =
        new TrackerLoad(
            new Airtable(),
            new FakeAirtable(),
            new TrackerLoad.Limit(5, Duration.ofSeconds(1)),
            Duration.ofMillis(350));
    System.out.println(load.run(rows, Map.of("token", "t")));
  }
}
