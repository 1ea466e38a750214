package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.config.NoticeRules.Rule;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides what of all that happens the current tenant's person is told, when, and where. What was
 * there when they turned a rule on is not told; what comes later is, once. What has to wait, for
 * its time of the day, for the end of the night or because there was too much, is told together.
 */
public final class Telling {

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};
  private static final Set<String> OWN = Set.of(Outbox.TOPIC, Outbox.PUT);
  private static final Duration AT_LEAST = Duration.ofMinutes(5);
  private static final Duration STILL = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST = 500;

  private final Databases databases;
  private final Live live;
  private final Outbox outbox;
  private final Supplier<List<String>> targets;
  private final Supplier<NoticeRules> rules;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;
  private final List<Happenings> sources = new CopyOnWriteArrayList<>();
  private final Map<Tenant, Looked> lastLooks = new HashMap<>();

  private record Looked(long mark, Instant at, String basis) {}

  /**
   * @param targets the keys of those that there are
   * @param zone of the person
   */
  public Telling(
      Databases databases,
      Live live,
      Outbox outbox,
      Supplier<List<String>> targets,
      Supplier<NoticeRules> rules,
      Supplier<ZoneId> zone,
      InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.outbox = outbox;
    this.targets = targets;
    this.rules = rules;
    this.zone = zone;
    this.clock = clock;
  }

  /** Adds somebody who knows what happened; called while the program is wired. */
  public void add(Happenings source) {
    sources.add(source);
  }

  /** Looks what happened, and hands what is to be told now to the outbox. */
  public synchronized void tick() {
    NoticeRules now = rules.get();
    Language language = now.language().flatMap(Languages::named).orElseGet(Language::current);
    boolean put =
        language.calling(
            () -> {
              List<String> there = targets.get();
              if (mayBeNew(now, there)) {
                sources.forEach(source -> looked(source, now, there));
              }
              return release(now, there);
            });
    if (put) {
      outbox.put();
    }
  }

  /** Looking costs something, and most of the time nothing happened. */
  private boolean mayBeNew(NoticeRules now, List<String> there) {
    Tenant tenant = Tenant.current();
    String basis = now + " " + there;
    var look = new Looked(live.mark(), clock.instant(), basis);
    Looked last = lastLooks.get(tenant);
    boolean may =
        last == null
            || !last.basis().equals(basis)
            || !last.at().plus(AT_LEAST).isAfter(look.at())
            || live.changedSince(tenant.id(), last.mark()).stream()
                .anyMatch(topic -> !OWN.contains(topic));
    if (may) {
      lastLooks.put(tenant, look);
    }
    return may;
  }

  private void looked(Happenings source, NoticeRules now, List<String> there) {
    try {
      look(source, now, there);
    } catch (RuntimeException broken) {
      LOG.warn("What happened ({}) is not known.", source.event().key(), broken);
    }
  }

  private void look(Happenings source, NoticeRules now, List<String> there) {
    String event = source.event().key();
    Rule rule = now.of(source.event());
    List<String> to = there.stream().filter(rule::tells).toList();
    if (to.isEmpty()) {
      if (read(mapper -> mapper.since(event)).isPresent()) {
        write(mapper -> mapper.end(event) + mapper.forgetAll(event));
      }
      return;
    }
    List<Happening> standing = source.standing(clock.instant().atZone(zone.get()));
    Map<String, Long> known =
        read(mapper -> mapper.known(event)).stream()
            .collect(
                Collectors.toMap(
                    TellingMapper.KnownRow::key, TellingMapper.KnownRow::seen, Math::max));
    boolean begun = read(mapper -> mapper.since(event)).isPresent();
    long stale = clock.millis() - STILL.toMillis();
    List<Happening> fresh =
        standing.stream().filter(each -> !known.containsKey(each.key())).toList();
    List<String> seen =
        standing.stream()
            .map(Happening::key)
            .filter(key -> known.getOrDefault(key, 0L) < stale)
            .toList();
    if (begun && seen.isEmpty()) {
      return;
    }
    write(
        mapper -> {
          mapper.know(event, JSON.writeValueAsString(seen), clock.millis());
          if (begun) {
            fresh.stream()
                .filter(each -> isTold(each, rule))
                .forEach(each -> hold(mapper, each, to, release(each, rule, now)));
          } else {
            mapper.begin(event, clock.millis());
          }
          return mapper.forgetKnown(event, clock.millis() - KEPT.toMillis());
        });
  }

  private static boolean isTold(Happening each, Rule rule) {
    return each.priority().compareTo(rule.least()) >= 0
        && (each.score().isEmpty() || each.score().getAsInt() >= rule.score());
  }

  private Instant release(Happening each, Rule rule, NoticeRules now) {
    Instant at = clock.instant();
    if (each.priority() == Priority.URGENT) {
      return at;
    }
    Instant next = rule.pace().next(at, zone.get());
    return now.quiet().map(quiet -> quiet.release(next, zone.get())).orElse(next);
  }

  private static void hold(TellingMapper mapper, Happening each, List<String> to, Instant release) {
    mapper.hold(JSON.writeValueAsString(to), JSON.writeValueAsString(each), release.toEpochMilli());
  }

  /** What waits to be told, what comes first first. */
  public List<Held> held(int most) {
    return read(mapper -> mapper.held(most)).stream().map(Telling::held).toList();
  }

  private static Held held(TellingMapper.HeldRow row) {
    return new Held(
        row.id(),
        JSON.readValue(row.targets(), KEYS),
        JSON.readValue(row.happening(), Happening.class),
        Instant.ofEpochMilli(row.release()),
        row.flooded());
  }

  /** Puts what has waited long enough into the outbox; each group of targets by itself. */
  private boolean release(NoticeRules now, List<String> there) {
    List<Held> released =
        read(mapper -> mapper.released(clock.millis(), MOST)).stream().map(Telling::held).toList();
    var groups = new LinkedHashMap<List<String>, List<Held>>();
    released.forEach(
        each ->
            groups
                .computeIfAbsent(
                    each.targets().stream().filter(there::contains).toList(),
                    key -> new ArrayList<>())
                .add(each));
    boolean put = false;
    for (Map.Entry<List<String>, List<Held>> group : groups.entrySet()) {
      put |= release(now, group.getKey(), group.getValue());
    }
    return put;
  }

  private boolean release(NoticeRules now, List<String> to, List<Held> held) {
    if (to.isEmpty()) {
      write(
          mapper -> {
            mapper.drop(ids(held));
            return held;
          });
      return false;
    }
    List<Held> urgent =
        held.stream().filter(each -> each.happening().priority() == Priority.URGENT).toList();
    List<Held> others = held.stream().filter(each -> !urgent.contains(each)).toList();
    var writing = new NoticeWriting(Tenant.current().id(), now.address(), clock.instant());
    List<Notice> notices = new ArrayList<>(urgent.stream().map(writing::single).toList());
    Instant window = clock.instant().minus(Duration.ofMinutes(now.flood().minutes()));
    List<Long> made =
        read(mapper -> mapper.madeSince(window.toEpochMilli(), JSON.writeValueAsString(to)));
    boolean full = !others.isEmpty() && made.size() >= now.flood().most();
    if (!full) {
      notices.addAll(writing.all(others, now.flood().most() - made.size()));
    }
    return databases
        .current()
        .write(
            mappers -> {
              TellingMapper mapper = mappers.of(TellingMapper.class);
              if (full) {
                mapper.postpone(
                    ids(others),
                    made.getFirst() + Duration.ofMinutes(now.flood().minutes()).toMillis() + 1);
              }
              mapper.drop(ids(full ? urgent : held));
              return put(mappers, to, notices);
            });
  }

  private boolean put(Mappers mappers, List<String> to, List<Notice> notices) {
    notices.forEach(notice -> outbox.put(mappers, to, notice, clock.instant()));
    return !notices.isEmpty();
  }

  private static String ids(List<Held> held) {
    return JSON.writeValueAsString(held.stream().map(Held::id).toList());
  }

  private <T> T read(Function<TellingMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(TellingMapper.class)));
  }

  private <T> T write(Function<TellingMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(TellingMapper.class)));
  }
}
