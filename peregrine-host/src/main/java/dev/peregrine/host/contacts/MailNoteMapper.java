package dev.peregrine.host.contacts;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Lines of the log that tell of mails, and the people who wrote them. */
interface MailNoteMapper {

  record Person(long id, String name, String mail, boolean removed) {}

  /** Those of an employer, those who were taken away among them. */
  @Select(
      """
      SELECT id, name, mail, removed IS NOT NULL AS removed FROM contacts
      WHERE company = #{company} ORDER BY removed IS NOT NULL, id
      """)
  List<Person> people(@Param("company") String company);

  @Update("UPDATE contacts SET mail = #{mail}, version = version + 1 WHERE id = #{id}")
  void saveMail(@Param("id") long id, @Param("mail") String mail);

  /** A line that is there is only taken to another job; what it says may be the person's by now. */
  @Insert(
      """
      INSERT INTO contact_log (job, contact, direction, channel, at, who, subject, text, origin,
        changed, mail)
      VALUES (#{job}, #{w.contact}, #{w.direction}, #{w.channel}, #{w.at}, #{w.who}, #{w.subject},
        #{w.text}, #{w.origin}, #{now}, #{mail})
      ON CONFLICT (mail) WHERE mail IS NOT NULL
        DO UPDATE SET job = excluded.job, contact = excluded.contact, removed = NULL
        WHERE job <> excluded.job
      """)
  int note(
      @Param("mail") long mail,
      @Param("job") long job,
      @Param("w") LogMapper.Written written,
      @Param("now") long now);

  @Select("SELECT contact FROM contact_log WHERE mail = #{mail} AND removed IS NULL")
  @Nullable Long contactOf(@Param("mail") long mail);

  @Update("UPDATE contact_log SET contact = #{contact} WHERE mail = #{mail} AND removed IS NULL")
  void saveContact(@Param("mail") long mail, @Param("contact") long contact);

  @Update("UPDATE contacts SET met = 1 WHERE id = #{id}")
  void met(@Param("id") long id);

  @Select(
      """
      SELECT LOWER(mail) FROM contacts
      WHERE met = 1 AND version = 1 AND mail <> '' AND removed IS NULL
      """)
  List<String> metOnly();

  /** Whom the person changed since is theirs. */
  @Delete(
      """
      DELETE FROM contacts
      WHERE met = 1 AND version = 1 AND removed IS NULL
        AND LOWER(mail) IN (SELECT value FROM json_each(#{mails}))
      """)
  int release(@Param("mails") String mails);

  @Delete("DELETE FROM contact_log WHERE mail IN (SELECT value FROM json_each(#{mails}))")
  int forget(@Param("mails") String mails);

  @Select("SELECT job FROM contact_log WHERE mail = #{mail}")
  @Nullable Long jobOf(@Param("mail") long mail);
}
