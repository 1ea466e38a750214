package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Tenants;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whom the program works for and what it needs to know of that; the suppliers ask about the current
 * tenant.
 *
 * @param working whether something runs for them
 * @param next when something is due for them the next time; empty where nothing recurs
 */
record Rota(Tenants tenants, BooleanSupplier working, Supplier<Optional<Instant>> next) {}
