package dev.peregrine.host.mcp;

import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.numbers.Figures;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tasks.Tasks;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * What the tools stand on.
 *
 * @param asData puts a text of others between marks
 * @param zone in which the person's days begin
 * @param version of Peregrine
 */
public record Parts(
    Jobs jobs,
    Rounds rounds,
    SearchProfiles profiles,
    Discovery discovery,
    Intake intake,
    Tasks tasks,
    Reminders reminders,
    Letters letters,
    LetterWriting writing,
    Briefs briefs,
    Mails mails,
    Contacts contacts,
    Figures figures,
    UnaryOperator<String> asData,
    InstantSource clock,
    ZoneId zone,
    String version) {}
