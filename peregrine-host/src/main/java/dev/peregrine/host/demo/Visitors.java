package dev.peregrine.host.demo;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Visitors who each have a copy of the same template to themselves, for a while. A copy is known by
 * a random word that only its browser has; where none is left, whoever comes with the word gets a
 * fresh copy.
 */
public final class Visitors {

  private static final Pattern WORD = Pattern.compile("[0-9a-f]{32}");
  private static final int WORD_BYTES = 16;
  private static final int NAME_BYTES = 8;

  /** Somebody who only just came is not sent away for the next one. */
  private static final Duration LEAST = Duration.ofMinutes(2);

  private final Path folder;
  private final Template template;
  private final VisitorLimits limits;
  private volatile Tenants tenants;
  private final InstantSource clock;
  private final RandomGenerator chance;

  // Guarded by this.
  private final Map<String, Copy> byWord = new HashMap<>();
  private final Map<String, Copy> byTenant = new HashMap<>();

  /**
   * @param folder of the copies, and of nothing else
   * @param chance must not be predictable
   */
  public Visitors(
      Path folder,
      Template template,
      VisitorLimits limits,
      InstantSource clock,
      RandomGenerator chance) {
    this.folder = folder;
    this.template = template;
    this.limits = limits;
    this.clock = clock;
    this.tenants = new Tenants(clock);
    this.chance = chance;
  }

  /** What a visitor has. */
  private static final class Copy {
    final String word;
    final Tenant tenant;
    final Instant came;
    Instant used;
    boolean cameBack;
    VisitorState state = VisitorState.BEGINNING;
    Optional<Tenant> before = Optional.empty();
    Instant beforeUntil = Instant.MIN;

    Copy(String word, Tenant tenant, Instant now) {
      this.word = word;
      this.tenant = tenant;
      came = now;
      used = now;
    }
  }

  /**
   * Somebody whose copy is there.
   *
   * @param word to be known by, of 128 bits
   */
  public record Visit(Tenant tenant, String word, boolean fresh) {}

  /**
   * Whose copy that is, if there is still one.
   *
   * @param busy whether the visitor does something, rather than a page that is open
   */
  public synchronized Optional<Visit> known(String word, boolean busy) {
    Copy copy = byWord.get(word);
    if (copy == null) {
      return Optional.empty();
    }
    if (busy) {
      copy.used = clock.instant();
      copy.cameBack = true;
    }
    return Optional.of(new Visit(copy.tenant, word, false));
  }

  /** Makes a copy for a new visitor; empty where there are too many at the moment. */
  public Optional<Visit> welcome() {
    Tenant tenant;
    Copy copy;
    synchronized (this) {
      if (byWord.size() >= limits.most() && !makeRoom()) {
        return Optional.empty();
      }
      copy = new Copy(random(WORD_BYTES), nextTenant(), clock.instant());
      tenant = copy.tenant;
      byWord.put(copy.word, copy);
      byTenant.put(tenant.id(), copy);
    }
    try {
      template.copyTo(tenant.home());
      tenants.arrive(tenant);
      return Optional.of(new Visit(tenant, copy.word, true));
    } catch (RuntimeException failed) {
      forget(copy);
      throw failed;
    }
  }

  /** Gives the current tenant a fresh copy; the old one is kept for a moment. */
  public void beginAnew() {
    Tenant fresh = nextTenant();
    template.copyTo(fresh.home());
    tenants.arrive(fresh);
    Optional<Tenant> older;
    synchronized (this) {
      Copy copy = current();
      older = copy.before;
      swap(copy, fresh, Optional.of(copy.tenant));
    }
    older.ifPresent(this::remove);
  }

  /** Takes {@link #beginAnew} back; false where it is too late for that. */
  public boolean backToBefore() {
    Tenant dropped;
    synchronized (this) {
      Copy copy = current();
      if (copy.before.isEmpty()) {
        return false;
      }
      dropped = copy.tenant;
      swap(copy, copy.before.get(), Optional.empty());
    }
    remove(dropped);
    return true;
  }

  private void swap(Copy copy, Tenant to, Optional<Tenant> before) {
    var next = new Copy(copy.word, to, clock.instant());
    next.cameBack = true;
    next.state = copy.state;
    next.before = before;
    next.beforeUntil = clock.instant().plus(limits.undo());
    byWord.put(copy.word, next);
    byTenant.remove(copy.tenant.id());
    byTenant.put(to.id(), next);
  }

  private Copy current() {
    Copy copy = byTenant.get(Tenant.current().id());
    if (copy == null) {
      throw new IllegalStateException("The visitor left meanwhile.");
    }
    return copy;
  }

  /** How far the current tenant is; as at the beginning for who is no visitor. */
  public synchronized VisitorState state() {
    Copy copy = byTenant.get(Tenant.current().id());
    return copy == null ? VisitorState.BEGINNING : copy.state;
  }

  /** Keeps how far the current tenant is. */
  public synchronized void keep(VisitorState state) {
    current().state = state;
  }

  /** Sends away who was idle for too long, was here for too long or filled the disk. */
  public void tidy() {
    Instant now = clock.instant();
    List<Copy> over;
    List<Tenant> leftBehind = new ArrayList<>();
    synchronized (this) {
      over = byWord.values().stream().filter(copy -> isOver(copy, now)).toList();
      for (Copy copy : byWord.values()) {
        if (copy.before.isPresent() && copy.beforeUntil.isBefore(now)) {
          leftBehind.add(copy.before.get());
          copy.before = Optional.empty();
        }
      }
    }
    over.forEach(this::forget);
    leftBehind.forEach(this::remove);
    removeStrays();
  }

  private boolean isOver(Copy copy, Instant now) {
    return copy.used.plus(limits.idle()).isBefore(now)
        || copy.came.plus(limits.longest()).isBefore(now)
        || Folders.size(copy.tenant.home()) > limits.bytes();
  }

  /** Whoever never came back goes first, then whoever was idle longest. */
  private boolean makeRoom() {
    Instant now = clock.instant();
    Optional<Copy> idlest =
        byWord.values().stream()
            .filter(copy -> copy.used.plus(LEAST).isBefore(now))
            .min(
                Comparator.comparing((Copy copy) -> copy.cameBack)
                    .thenComparing(copy -> copy.used));
    idlest.ifPresent(this::forget);
    return idlest.isPresent();
  }

  private void forget(Copy copy) {
    synchronized (this) {
      byWord.remove(copy.word, copy);
      byTenant.remove(copy.tenant.id(), copy);
    }
    remove(copy.tenant);
    copy.before.ifPresent(this::remove);
  }

  private void remove(Tenant tenant) {
    tenants.leave(tenant);
    Folders.remove(tenant.home());
  }

  /** What work that was under way wrote after its visitor had left, or an earlier run left. */
  private void removeStrays() {
    Set<Path> ours;
    synchronized (this) {
      ours =
          byWord.values().stream()
              .flatMap(copy -> Stream.concat(Stream.of(copy.tenant), copy.before.stream()))
              .map(Tenant::home)
              .collect(Collectors.toSet());
    }
    Instant young = clock.instant().minus(LEAST);
    for (Path each : Folders.in(folder)) {
      try {
        if (!ours.contains(each) && Files.getLastModifiedTime(each).toInstant().isBefore(young)) {
          Folders.remove(each);
        }
      } catch (IOException gone) {
        continue;
      }
    }
  }

  private Tenant nextTenant() {
    String name = "visitor-" + random(NAME_BYTES);
    return new Tenant(name, folder.resolve(name), true);
  }

  private synchronized String random(int length) {
    var bytes = new byte[length];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** How many are here. */
  public synchronized int count() {
    return byWord.size();
  }

  /** Whether that could be a word of ours. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /**
   * Begins: what an earlier run left is removed.
   *
   * @param told who comes and who leaves
   */
  public void begin(Tenants told) {
    tenants = told;
    try {
      Folders.remove(folder);
      Files.createDirectories(folder);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
