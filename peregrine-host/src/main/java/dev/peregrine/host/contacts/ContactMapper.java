package dev.peregrine.host.contacts;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ContactMapper {

  record Row(
      long id,
      String company,
      String name,
      String role,
      String mail,
      String phone,
      String link,
      String notes,
      int version,
      long changed) {}

  @Select(
      """
      INSERT INTO contacts (company, name, role, mail, phone, link, notes, made, changed)
      VALUES (#{company}, #{d.name}, #{d.role}, #{d.mail}, #{d.phone}, #{d.link}, #{d.notes}, #{at},
        #{at})
      RETURNING id
      """)
  long add(
      @Param("company") String company, @Param("d") ContactDetails details, @Param("at") long at);

  @Select(
      """
      SELECT id, company, name, role, mail, phone, link, notes, version, changed
      FROM contacts WHERE company = #{company} AND removed IS NULL ORDER BY id
      """)
  List<Row> ofCompany(@Param("company") String company);

  @Select(
      """
      SELECT id, company, name, role, mail, phone, link, notes, version, changed
      FROM contacts WHERE id IN (SELECT value FROM json_each(#{ids})) AND removed IS NULL ORDER BY id
      """)
  List<Row> byIds(@Param("ids") String ids);

  @Select(
      """
      SELECT id, company, name, role, mail, phone, link, notes, version, changed
      FROM contacts WHERE mail <> '' AND removed IS NULL ORDER BY id
      """)
  List<Row> withMail();

  @Select(
      """
      SELECT id, company, name, role, mail, phone, link, notes, version, changed
      FROM contacts WHERE id = #{id} AND removed IS NULL
      """)
  Optional<Row> find(@Param("id") long id);

  @Update(
      """
      UPDATE contacts SET name = #{d.name}, role = #{d.role}, mail = #{d.mail}, phone = #{d.phone},
        link = #{d.link}, notes = #{d.notes}, version = version + 1, changed = #{at}
      WHERE id = #{id}
      """)
  void save(@Param("id") long id, @Param("d") ContactDetails details, @Param("at") long at);

  @Update("UPDATE contacts SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE contacts SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM contacts WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);
}
