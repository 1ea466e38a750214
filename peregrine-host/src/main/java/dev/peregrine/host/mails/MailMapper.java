package dev.peregrine.host.mails;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface MailMapper {

  /** What is written of a new message. */
  record Written(
      long folder,
      @Nullable Long uidValidity,
      @Nullable Long uid,
      @Nullable String messageId,
      @Nullable String sender,
      @Nullable String senderName,
      String subject,
      long received,
      boolean own,
      @Nullable Long copyOf,
      boolean unreadable,
      String outcome) {}

  record Texts(
      long message,
      String text,
      String quoted,
      @Nullable String html,
      String refs,
      String recipients,
      String calendar,
      String attachments,
      String headers,
      String troubles,
      @Nullable Long sent,
      long size) {}

  record Row(
      long id,
      long folder,
      @Nullable Long uid,
      @Nullable Long gone,
      @Nullable String messageId,
      long thread,
      @Nullable String sender,
      @Nullable String senderName,
      String subject,
      long received,
      boolean own,
      @Nullable Long copyOf,
      boolean unreadable,
      @Nullable String label,
      @Nullable Double confidence,
      @Nullable String evidence,
      @Nullable String classifier,
      @Nullable Integer revision,
      @Nullable Long job,
      @Nullable String reason,
      @Nullable String reasonWords,
      @Nullable Double reasonConfidence,
      @Nullable Long settled,
      @Nullable String beforeSaid,
      String outcome) {}

  /** Which mails are meant. What is null does not matter. */
  record Where(
      @Nullable String outcome,
      @Nullable String account,
      @Nullable Long folder,
      @Nullable String label,
      @Nullable String words,
      @Nullable Long since,
      boolean held) {}

  record TallyRow(long folder, String outcome, long mails) {}

  record CountRow(String outcome, long mails) {}

  record RelativeRow(long mail, long id, long thread, String subject, String kind, int called) {}

  /** Nothing where that message is there already. */
  @Select(
      """
      INSERT INTO mail_messages (folder, uid_validity, uid, message_id, sender, sender_name, subject,
        received, own, copy_of, unreadable, outcome, looked)
      VALUES (#{folder}, #{uidValidity}, #{uid}, #{messageId}, #{sender}, #{senderName}, #{subject},
        #{received}, #{own}, #{copyOf}, #{unreadable}, #{outcome}, 0)
      ON CONFLICT DO NOTHING RETURNING id
      """)
  @Nullable Long add(Written written);

  @Update(
      """
      UPDATE mail_messages SET looked = 1
      WHERE looked = 0 AND id IN (SELECT value FROM json_each(#{ids}))
      """)
  int lookedAt(@Param("ids") String ids);

  @Select(
      "SELECT id FROM mail_messages WHERE looked = 0 AND id > #{after} ORDER BY id LIMIT #{most}")
  List<Long> notLookedAt(@Param("after") long after, @Param("most") int most);

  @Select("SELECT COALESCE(MAX(id), 0) FROM mail_messages WHERE looked = 0")
  long newestNotLookedAt();

  @Update("UPDATE mail_messages SET thread = id WHERE id = #{id}")
  void beginsThread(@Param("id") long id);

  @Insert(
      """
      INSERT INTO mail_texts (message, text, quoted, html, refs, recipients, calendar, attachments,
        headers, troubles, sent, size)
      VALUES (#{message}, #{text}, #{quoted}, #{html}, #{refs}, #{recipients}, #{calendar},
        #{attachments}, #{headers}, #{troubles}, #{sent}, #{size})
      """)
  void addTexts(Texts texts);

  @Insert(
      """
      INSERT INTO mail_references (reference, message)
      SELECT DISTINCT value, #{id} FROM json_each(#{references}) WHERE value <> '' LIMIT 200
      """)
  void addReferences(@Param("id") long id, @Param("references") String references);

  /**
   * Those it answers, those that answer it, those that answer the same, and what it is a copy of.
   */
  @Select(
      """
      SELECT m.id AS mail, o.id, o.thread, o.subject, 'line' AS kind, (
          SELECT COUNT(*) FROM mail_messages AS c
          WHERE c.message_id = r.reference AND c.copy_of IS NULL) AS called
      FROM json_each(#{ids}) AS i JOIN mail_messages AS m ON m.id = i.value
        JOIN mail_references AS r ON r.message = m.id
        JOIN mail_messages AS o ON o.message_id = r.reference
      WHERE o.id <> m.id AND o.copy_of IS NULL AND called <= 20
      UNION ALL
      SELECT m.id, o.id, o.thread, o.subject, 'line', (
          SELECT COUNT(*) FROM mail_messages AS c
          WHERE c.message_id = m.message_id AND c.copy_of IS NULL) AS called
      FROM json_each(#{ids}) AS i JOIN mail_messages AS m ON m.id = i.value
        JOIN mail_references AS r ON r.reference = m.message_id
        JOIN mail_messages AS o ON o.id = r.message
      WHERE o.id <> m.id AND m.copy_of IS NULL AND called <= 20
      UNION ALL
      SELECT m.id, o.id, o.thread, o.subject, 'sibling', 0
      FROM json_each(#{ids}) AS i JOIN mail_messages AS m ON m.id = i.value
        JOIN mail_references AS r ON r.message = m.id
        JOIN mail_messages AS o ON o.id = (
          SELECT MAX(s.message) FROM mail_references AS s
          WHERE s.reference = r.reference AND s.message < m.id)
      WHERE NOT EXISTS (SELECT 1 FROM mail_messages AS c WHERE c.message_id = r.reference)
      UNION ALL
      SELECT m.id, o.id, o.thread, o.subject, 'copy', 1
      FROM json_each(#{ids}) AS i JOIN mail_messages AS m ON m.id = i.value
        JOIN mail_messages AS o ON o.id = m.copy_of
      ORDER BY 1, 2
      """)
  List<RelativeRow> relatives(@Param("ids") String ids);

  @Select(
      """
      SELECT id FROM mail_messages
      WHERE job IS NULL AND reason IS NULL AND copy_of IS NULL AND unreadable = 0
        AND received >= #{since}
      ORDER BY received, id
      """)
  List<Long> withoutJob(@Param("since") long since);

  @Select(
      """
      SELECT id FROM mail_messages
      WHERE sender IN (SELECT value FROM json_each(#{addresses})) AND copy_of IS NULL
        AND received >= #{since}
      ORDER BY received, id
      """)
  List<Long> from(@Param("addresses") String addresses, @Param("since") long since);

  @Select(
      """
      SELECT sender, job, COUNT(*) AS mails FROM mail_messages
      WHERE sender IN (SELECT value FROM json_each(#{addresses})) AND job IS NOT NULL
      GROUP BY sender, job
      """)
  List<SenderJob> jobsOfSenders(@Param("addresses") String addresses);

  @Select("SELECT DISTINCT sender FROM mail_messages WHERE own = 1 AND sender IS NOT NULL")
  List<String> ownAddresses();

  /** The first one with a Message-ID from that sender: ids are shared by mails that differ. */
  @Select(
      """
      SELECT id FROM mail_messages
      WHERE message_id = #{messageId} AND sender IS #{sender} AND subject = #{subject}
        AND copy_of IS NULL
      ORDER BY id LIMIT 1
      """)
  @Nullable Long same(
      @Param("messageId") String messageId,
      @Param("sender") @Nullable String sender,
      @Param("subject") String subject);

  @Select(
      """
      SELECT id, folder, uid, gone, message_id, thread, sender, sender_name, subject, received, own,
        copy_of, unreadable, label, confidence, evidence, classifier, revision, job, reason,
        reason_words, reason_confidence, settled, before_said, outcome
      FROM mail_messages WHERE id IN (SELECT value FROM json_each(#{ids})) ORDER BY received, id
      """)
  List<Row> byIds(@Param("ids") String ids);

  @Select(
      """
      SELECT message, text, quoted, html, refs, recipients, calendar, attachments, headers, troubles,
        sent, size
      FROM mail_texts WHERE message IN (SELECT value FROM json_each(#{ids}))
      """)
  List<Texts> textsOf(@Param("ids") String ids);

  @Select(
      """
      SELECT id, folder, uid, gone, message_id, thread, sender, sender_name, subject, received, own,
        copy_of, unreadable, label, confidence, evidence, classifier, revision, job, reason,
        reason_words, reason_confidence, settled, before_said, outcome
      FROM mail_messages
      WHERE (#{outcome} IS NULL OR outcome = #{outcome})
        AND (received, id) < (#{before}, #{beforeId}) AND received >= #{since}
      ORDER BY received DESC, id DESC LIMIT #{limit}
      """)
  List<Row> page(
      @Param("outcome") @Nullable String outcome,
      @Param("since") long since,
      @Param("before") long before,
      @Param("beforeId") long beforeId,
      @Param("limit") int limit);

  @Select(
      """
      SELECT id, folder, uid, gone, message_id, thread, sender, sender_name, subject, received, own,
        copy_of, unreadable, label, confidence, evidence, classifier, revision, job, reason,
        reason_words, reason_confidence, settled, before_said, outcome
      FROM mail_messages
      WHERE (received, id) < (#{before}, #{beforeId})
        AND (#{where.outcome} IS NULL OR outcome = #{where.outcome})
        AND (#{where.folder} IS NULL OR folder = #{where.folder})
        AND (#{where.account} IS NULL
          OR folder IN (SELECT id FROM mail_folders WHERE account = #{where.account}))
        AND (#{where.label} IS NULL OR label = #{where.label})
        AND (#{where.since} IS NULL OR received >= #{where.since})
        AND (NOT #{where.held} OR (listed = 1 AND gone IS NULL))
        AND (#{where.words} IS NULL OR subject LIKE #{where.words} ESCAPE '!'
          OR sender LIKE #{where.words} ESCAPE '!' OR sender_name LIKE #{where.words} ESCAPE '!'
          OR EXISTS (SELECT 1 FROM mail_texts
            WHERE message = mail_messages.id AND text LIKE #{where.words} ESCAPE '!'))
      ORDER BY received DESC, id DESC LIMIT #{limit}
      """)
  List<Row> found(
      @Param("where") Where where,
      @Param("before") long before,
      @Param("beforeId") long beforeId,
      @Param("limit") int limit);

  @Select(
      """
      SELECT folder, outcome, COUNT(*) AS mails FROM mail_messages
      WHERE (#{where.outcome} IS NULL OR outcome = #{where.outcome})
        AND (#{where.folder} IS NULL OR folder = #{where.folder})
        AND (#{where.account} IS NULL
          OR folder IN (SELECT id FROM mail_folders WHERE account = #{where.account}))
        AND (#{where.label} IS NULL OR label = #{where.label})
        AND (#{where.since} IS NULL OR received >= #{where.since})
        AND (NOT #{where.held} OR (listed = 1 AND gone IS NULL))
        AND (#{where.words} IS NULL OR subject LIKE #{where.words} ESCAPE '!'
          OR sender LIKE #{where.words} ESCAPE '!' OR sender_name LIKE #{where.words} ESCAPE '!'
          OR EXISTS (SELECT 1 FROM mail_texts
            WHERE message = mail_messages.id AND text LIKE #{where.words} ESCAPE '!'))
      GROUP BY folder, outcome
      """)
  List<TallyRow> tally(@Param("where") Where where);

  @Select(
      """
      SELECT outcome, COUNT(*) AS mails FROM mail_messages
      WHERE received >= #{since} AND gone IS NULL GROUP BY outcome
      """)
  List<CountRow> counts(@Param("since") long since);

  @Select("SELECT COUNT(*) FROM mail_messages WHERE outcome = #{outcome}")
  long count(@Param("outcome") String outcome);

  @Select(
      """
      SELECT id FROM mail_messages
      WHERE job IN (SELECT id FROM jobs WHERE id = #{job} OR joined = #{job})
      ORDER BY received, id
      """)
  List<Long> ofJob(@Param("job") long job);

  @Select(
      """
      SELECT id, folder, uid, gone, message_id, thread, sender, sender_name, subject, received, own,
        copy_of, unreadable, label, confidence, evidence, classifier, revision, job, reason,
        reason_words, reason_confidence, settled, before_said, outcome
      FROM mail_messages WHERE thread IN (SELECT value FROM json_each(#{threads}))
      ORDER BY received, id
      """)
  List<Row> ofThreads(@Param("threads") String threads);

  /**
   * Those of applications that the person has to decide on, the newest first, each with the job in
   * which its own is told.
   */
  @Select(
      """
      SELECT m.id, m.folder, m.uid, m.gone, m.message_id, m.thread, m.sender, m.sender_name,
        m.subject, m.received, m.own, m.copy_of, m.unreadable, m.label, m.confidence, m.evidence,
        m.classifier, m.revision, COALESCE(j.joined, j.id) AS job, m.reason, m.reason_words,
        m.reason_confidence, m.settled, m.before_said, m.outcome
      FROM mail_messages AS m JOIN jobs AS j ON j.id = m.job
      WHERE m.outcome IN ('waiting', 'uncertain')
        AND (#{jobs} IS NULL OR COALESCE(j.joined, j.id) IN (SELECT value FROM json_each(#{jobs})))
      ORDER BY m.received DESC, m.id DESC LIMIT #{limit}
      """)
  List<Row> waiting(@Param("jobs") @Nullable String jobs, @Param("limit") int limit);

  @Select(
      """
      SELECT COUNT(*) FROM mail_messages
      WHERE copy_of IS NULL AND job IN (SELECT id FROM jobs WHERE id = #{job} OR joined = #{job})
      """)
  long countOfJob(@Param("job") long job);

  @Select("SELECT id FROM mail_messages WHERE thread = #{thread} ORDER BY received, id")
  List<Long> ofThread(@Param("thread") long thread);

  /** Those that were not judged in that way, and that the person has not spoken of. */
  @Select(
      """
      SELECT id FROM mail_messages
      WHERE id < #{before} AND unreadable = 0 AND copy_of IS NULL AND own = 0 AND settled IS NULL
        AND (classifier IS NULL OR (classifier <> 'person' AND revision NOT IN (#{way}, #{alsoFine})))
      ORDER BY id DESC LIMIT #{limit}
      """)
  List<Long> toJudge(
      @Param("way") int way,
      @Param("alsoFine") int alsoFine,
      @Param("before") long before,
      @Param("limit") int limit);

  @Select(
      """
      SELECT id FROM mail_messages WHERE classifier = 'person' ORDER BY received DESC, id DESC
      LIMIT #{limit}
      """)
  List<Long> saidByPerson(@Param("limit") int limit);

  record SaidRow(long id, String label) {}

  @Select(
      """
      SELECT id, label FROM mail_messages WHERE classifier = 'person' ORDER BY received DESC, id DESC
      LIMIT #{limit}
      """)
  List<SaidRow> said(@Param("limit") int limit);

  @Update(
      """
      UPDATE mail_messages SET label = #{label}, confidence = #{confidence},
        evidence = #{evidence}, classifier = #{classifier}, revision = #{revision},
        before_said = CASE
          WHEN NOT #{said} THEN NULL
          WHEN classifier IS NULL OR classifier = 'person' THEN before_said
          ELSE json_object('label', label, 'confidence', confidence, 'evidence', json(evidence),
            'classifier', classifier, 'revision', revision) END
      WHERE id = #{id} AND (#{said} OR COALESCE(classifier, '') <> 'person')
      """)
  int judged(
      @Param("id") long id,
      @Param("label") @Nullable String label,
      @Param("confidence") @Nullable Double confidence,
      @Param("evidence") @Nullable String evidence,
      @Param("classifier") @Nullable String classifier,
      @Param("revision") @Nullable Integer revision,
      @Param("said") boolean said);

  /** What was found out before the person spoke counts again; where nothing was, nothing does. */
  @Update(
      """
      UPDATE mail_messages SET label = before_said ->> 'label',
        confidence = before_said ->> 'confidence', evidence = before_said -> 'evidence',
        classifier = before_said ->> 'classifier', revision = before_said ->> 'revision',
        before_said = NULL
      WHERE id IN (SELECT value FROM json_each(#{ids})) AND classifier = 'person'
      """)
  void unsay(@Param("ids") String ids);

  @Update(
      """
      UPDATE mail_messages SET job = NULL, reason = NULL, reason_words = NULL,
        reason_confidence = NULL
      WHERE id = #{id} AND reason = 'person'
      """)
  void unsayBelonging(@Param("id") long id);

  @Update(
      """
      UPDATE mail_messages SET job = #{job}, reason = #{reason}, reason_words = #{words},
        reason_confidence = #{confidence}
      WHERE id = #{id} AND (#{said} OR COALESCE(reason, '') <> 'person')
      """)
  int belongs(
      @Param("id") long id,
      @Param("job") @Nullable Long job,
      @Param("reason") @Nullable String reason,
      @Param("words") @Nullable String words,
      @Param("confidence") @Nullable Double confidence,
      @Param("said") boolean said);

  @Update("UPDATE mail_messages SET thread = #{thread} WHERE thread = #{from}")
  void threads(@Param("from") long from, @Param("thread") long thread);

  @Update(
      """
      UPDATE mail_messages SET settled = #{at} WHERE id IN (SELECT value FROM json_each(#{ids}))
      """)
  void settle(@Param("ids") String ids, @Param("at") @Nullable Long at);

  @Update(
      "UPDATE mail_messages SET outcome = #{outcome} WHERE id = #{id} AND outcome <> #{outcome}")
  void outcome(@Param("id") long id, @Param("outcome") String outcome);

  /** The mail of a Message-ID, where one is kept. */
  @Select("SELECT id FROM mail_messages WHERE message_id = #{messageId} ORDER BY id LIMIT 1")
  Optional<Long> called(@Param("messageId") String messageId);

  @Update(
      """
      UPDATE mail_messages SET gone = #{at}
      WHERE folder = #{folder} AND gone IS NULL AND received >= #{since}
        AND (uid_validity <> #{uidValidity}
          OR uid NOT IN (SELECT value FROM json_each(#{there})))
      """)
  int gone(
      @Param("folder") long folder,
      @Param("uidValidity") long uidValidity,
      @Param("since") long since,
      @Param("there") String there,
      @Param("at") long at);

  /** Which of a folder are within what was asked of the server; only those that changed. */
  @Update(
      """
      UPDATE mail_messages SET listed = 1 - listed
      WHERE folder = #{folder} AND uid IS NOT NULL AND listed <>
        (uid_validity = #{uidValidity} AND uid IN (SELECT value FROM json_each(#{there})))
      """)
  int list(
      @Param("folder") long folder,
      @Param("uidValidity") long uidValidity,
      @Param("there") String there);

  @Select(
      """
      SELECT COUNT(*) FROM mail_messages
      WHERE folder = #{folder} AND gone IS NULL AND received >= #{since}
      """)
  long kept(@Param("folder") long folder, @Param("since") long since);

  /** What was thought gone and is there. */
  @Update(
      """
      UPDATE mail_messages SET gone = NULL
      WHERE folder = #{folder} AND uid_validity = #{uidValidity} AND gone IS NOT NULL
        AND uid IN (SELECT value FROM json_each(#{there}))
      """)
  int back(
      @Param("folder") long folder,
      @Param("uidValidity") long uidValidity,
      @Param("there") String there);

  /** What is known of a message by its number. */
  record Numbered(long uid, long received) {}

  @Select(
      """
      SELECT uid, received FROM mail_messages
      WHERE folder = #{folder} AND uid_validity = #{uidValidity} AND uid IS NOT NULL
      """)
  List<Numbered> numbered(@Param("folder") long folder, @Param("uidValidity") long uidValidity);

  /** Whether a folder has messages with numbers that mean nothing any more. */
  @Select(
      """
      SELECT EXISTS (SELECT 1 FROM mail_messages
        WHERE folder = #{folder} AND uid_validity <> #{uidValidity})
      """)
  boolean hasFormer(@Param("folder") long folder, @Param("uidValidity") long uidValidity);

  /** The same message of a folder under a number that means nothing any more. */
  @Select(
      """
      SELECT m.id FROM mail_messages m JOIN mail_texts t ON t.message = m.id
      WHERE m.folder = #{folder} AND m.uid_validity <> #{uidValidity} AND t.size = #{size}
        AND m.sender IS #{sender} AND m.subject = #{subject}
        AND ((#{messageId} IS NOT NULL AND m.message_id = #{messageId})
          OR (#{messageId} IS NULL AND m.message_id IS NULL AND m.received = #{received}))
      ORDER BY m.id LIMIT 1
      """)
  @Nullable Long former(
      @Param("folder") long folder,
      @Param("uidValidity") long uidValidity,
      @Param("messageId") @Nullable String messageId,
      @Param("sender") @Nullable String sender,
      @Param("subject") String subject,
      @Param("received") long received,
      @Param("size") long size);

  /** Where a message is now. */
  @Update(
      """
      UPDATE OR IGNORE mail_messages
      SET folder = #{folder}, uid_validity = #{uidValidity}, uid = #{uid}, gone = NULL
      WHERE id = #{id}
      """)
  int place(
      @Param("id") long id,
      @Param("folder") long folder,
      @Param("uidValidity") @Nullable Long uidValidity,
      @Param("uid") @Nullable Long uid);

  @Select("SELECT gone IS NOT NULL FROM mail_messages WHERE id = #{id}")
  boolean isGone(@Param("id") long id);

  /** A copy that is there of one that is gone. */
  record Copy(
      long original, long copy, long folder, @Nullable Long uidValidity, @Nullable Long uid) {}

  @Select(
      """
      SELECT o.id AS original, MIN(c.id) AS copy, c.folder, c.uid_validity, c.uid
      FROM mail_messages o JOIN mail_messages c ON c.copy_of = o.id
      WHERE o.folder = #{folder} AND o.gone = #{at} AND c.gone IS NULL AND c.uid IS NOT NULL
      GROUP BY o.id
      """)
  List<Copy> copiesOfGone(@Param("folder") long folder, @Param("at") long at);

  @Delete("DELETE FROM mail_messages WHERE id = #{id}")
  void delete(@Param("id") long id);
}
