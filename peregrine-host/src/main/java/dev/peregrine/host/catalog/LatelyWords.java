package dev.peregrine.host.catalog;

import dev.peregrine.host.http.CallLedger;
import dev.peregrine.host.plugins.ExtensionInfo;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whom plugins called lately: hosts, calls and bytes, from the ledger of outgoing calls. */
final class LatelyWords {

  private static final int FAILED = 400;

  private final Map<String, List<CallLedger.Entry>> byCaller;
  private final Times times;

  /**
   * @param calls the current tenant's, the latest first
   */
  LatelyWords(List<CallLedger.Entry> calls, Times times) {
    this.byCaller = calls.stream().collect(Collectors.groupingBy(CallLedger.Entry::caller));
    this.times = times;
  }

  CatalogPage.Lately of(InstalledPlugin plugin) {
    Set<String> callers =
        plugin.extensions().stream().map(ExtensionInfo::key).collect(Collectors.toSet());
    var byHost = new LinkedHashMap<String, List<CallLedger.Entry>>();
    for (String caller : callers) {
      for (CallLedger.Entry entry : byCaller.getOrDefault(caller, List.of())) {
        byHost.computeIfAbsent(entry.host(), host -> new ArrayList<>()).add(entry);
      }
    }
    if (byHost.isEmpty()) {
      return new CatalogPage.Lately("", List.of());
    }
    List<CallLedger.Entry> all = byHost.values().stream().flatMap(List::stream).toList();
    return new CatalogPage.Lately(
        "%s to %s, %s, the last %s"
            .formatted(
                all.size() == 1 ? "1 call" : "%,d calls".formatted(all.size()),
                byHost.size() == 1 ? byHost.keySet().iterator().next() : byHost.size() + " hosts",
                size(all),
                last(all)),
        byHost.entrySet().stream().map(host -> called(host.getKey(), host.getValue())).toList());
  }

  private CatalogPage.Called called(String host, List<CallLedger.Entry> calls) {
    long failed = calls.stream().filter(LatelyWords::isFailed).count();
    return new CatalogPage.Called(
        host,
        "%,d".formatted(calls.size()),
        failed == 0 ? "–" : "%,d".formatted(failed),
        size(calls),
        last(calls));
  }

  private static boolean isFailed(CallLedger.Entry entry) {
    return entry.status() == 0 || entry.status() >= FAILED;
  }

  private static String size(List<CallLedger.Entry> calls) {
    return PluginWords.size(calls.stream().mapToLong(CallLedger.Entry::bytes).sum());
  }

  private String last(List<CallLedger.Entry> calls) {
    return calls.stream()
        .map(CallLedger.Entry::at)
        .max(java.util.Comparator.naturalOrder())
        .map(times::momentWithin)
        .orElse("");
  }
}
