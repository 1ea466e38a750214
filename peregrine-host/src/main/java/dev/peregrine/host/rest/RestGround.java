package dev.peregrine.host.rest;

import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.numbers.Figures;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.KeptReplies;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tasks.Tasks;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What operations stand on.
 *
 * @param zone in which a day begins and ends
 * @param version of Peregrine
 */
public record RestGround(
    ApiTokens tokens,
    KeptReplies replies,
    Jobs jobs,
    Intake intake,
    Liveness liveness,
    Letters letters,
    LetterWriting writing,
    Contacts contacts,
    Rounds rounds,
    Reminders reminders,
    SearchProfiles profiles,
    PluginRuntime plugins,
    Discovery discovery,
    Tasks tasks,
    Figures figures,
    InstantSource clock,
    ZoneId zone,
    String version) {}
