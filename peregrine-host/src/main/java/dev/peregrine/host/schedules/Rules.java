package dev.peregrine.host.schedules;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for all schedules of a tenant.
 *
 * @param zone in which their times are meant
 * @param quiet when nobody else is asked for anything
 */
public record Rules(ZoneId zone, Optional<QuietHours> quiet) {}
