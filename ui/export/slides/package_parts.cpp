#include "ui/export/slides/package_parts.h"

#include "ui/export/slides/drawing_ml.h"
#include "ui/export/xml_text.h"

namespace headlight {
namespace {

const QString kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QString kNames =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const QString kEmptyTree =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" "
    "y=\"0\"/>"
    "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const QString kColourMap =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
    "accent3=\"accent3\" "
    "accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

QByteArray part(const QString& xml) { return (kHead + xml).toUtf8(); }

QString contentTypes(int slides) {
  QString types =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" "
      "ContentType=\"image/png\"/>"
      "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      "<Override PartName=\"/docProps/core.xml\" "
      "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      "<Override PartName=\"/docProps/app.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
      "<Override PartName=\"/customXml/itemProps1.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>";
  const auto add = [&](const QString& name, const QString& type) {
    types +=
        QString(
            "<Override PartName=\"/ppt/%1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%2+xml\"/>")
            .arg(name, type);
  };
  add("presentation", "presentationml.presentation.main");
  add("slideMasters/slideMaster1", "presentationml.slideMaster");
  add("slideLayouts/slideLayout1", "presentationml.slideLayout");
  add("notesMasters/notesMaster1", "presentationml.notesMaster");
  add("theme/theme1", "theme");
  add("theme/theme2", "theme");
  for (int i = 1; i <= slides; ++i) {
    add(QString("slides/slide%1").arg(i), "presentationml.slide");
    add(QString("notesSlides/notesSlide%1").arg(i), "presentationml.notesSlide");
  }
  return types + "</Types>";
}

QString theme() {
  const auto colour = [](const char* name, const char* value) {
    return QString("<a:%1><a:srgbClr val=\"%2\"/></a:%1>").arg(name, value);
  };
  const QString fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
  const QString line = "<a:ln w=\"9525\">" + fill + "</a:ln>", effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  const QString font = "<a:latin typeface=\"Inter\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
  return "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
         "name=\"Headlight\"><a:themeElements><a:clrScheme "
         "name=\"Headlight\">" +
         colour("dk1", "1B1E28") + colour("lt1", "FFFFFF") + colour("dk2", "3A4160") + colour("lt2", "F4F5F8") +
         colour("accent1", "4B57C4") + colour("accent2", "D9822B") + colour("accent3", "2A9D8F") +
         colour("accent4", "B5487E") + colour("accent5", "7A86A8") + colour("accent6", "C9A227") +
         colour("hlink", "4B57C4") + colour("folHlink", "7A86A8") +
         "</a:clrScheme><a:fontScheme name=\"Headlight\"><a:majorFont>" + font + "</a:majorFont><a:minorFont>" + font +
         "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Headlight\"><a:fillStyleLst>" + fill + fill + fill +
         "</a:fillStyleLst><a:lnStyleLst>" + line + line + line + "</a:lnStyleLst><a:effectStyleLst>" + effect +
         effect + effect + "</a:effectStyleLst><a:bgFillStyleLst>" + fill + fill + fill +
         "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

}  // namespace

QString relation(const QString& id, const QString& type, const QString& target) {
  return QString(
             "<Relationship Id=\"%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%2\" "
             "Target=\"%3\"/>")
      .arg(id, type, target);
}

QByteArray relationsPart(const QString& relations) {
  return part("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations +
              "</Relationships>");
}

QString morphTransition(int goesOnAfter) {
  constexpr int kMorphing = 500;  // Milliseconds.
  const QString after = goesOnAfter > 0 ? QString(" advTm=\"%1\"").arg(goesOnAfter) : QString();
  return QString(
             "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
             "<mc:Choice xmlns:p159=\"http://schemas.microsoft.com/office/powerpoint/2015/09/main\" Requires=\"p159\">"
             "<p:transition spd=\"fast\" xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\" "
             "p14:dur=\"%1\"%2><p159:morph option=\"byObject\"/></p:transition></mc:Choice>"
             "<mc:Fallback><p:transition spd=\"fast\"%2><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>")
      .arg(QString::number(kMorphing), after);
}

QByteArray slidePart(const QString& content, const QColor& background, const QString& transition) {
  return part("<p:sld " + kNames + "><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"" +
              background.name().mid(1).toUpper() + "\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>" +
              kEmptyTree + content + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>" +
              transition + "</p:sld>");
}

QByteArray notesPart(const QString& text) {
  QString paragraphs;
  for (const QString& line : text.split('\n'))
    paragraphs +=
        line.isEmpty() ? "<a:p/>" : "<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + xmlText(line) + "</a:t></a:r></a:p>";
  return part("<p:notes " + kNames + "><p:cSld><p:spTree>" + kEmptyTree +
              "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
              "noChangeAspect=\"1\"/>"
              "</p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
              "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks "
              "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" "
              "idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>" +
              paragraphs +
              "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>");
}

std::map<std::string, QByteArray> presentationParts(int slides, QSizeF size, const QString& program,
                                                    const QString& title, const QString& madeFrom) {
  std::map<std::string, QByteArray> parts;
  parts[kContentTypes] = part(contentTypes(slides));
  parts["_rels/.rels"] =
      relationsPart(relation("rId1", "officeDocument", "ppt/presentation.xml") +
                    relation("rId3", "extended-properties", "docProps/app.xml") +
                    "<Relationship Id=\"rId2\" "
                    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
                    "Target=\"docProps/core.xml\"/>");
  parts["docProps/core.xml"] = part(
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
      xmlText(title) + "</dc:title><dc:creator>" + xmlText(program) + "</dc:creator></cp:coreProperties>");
  parts["docProps/app.xml"] = part(
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>" +
      xmlText(program) + "</Application></Properties>");

  // What made the file, where other programs keep it when they save.
  parts["customXml/item1.xml"] = part(madeFrom.isEmpty() ? QStringLiteral("<none/>") : madeFrom);
  parts["customXml/itemProps1.xml"] = part(
      "<ds:datastoreItem ds:itemID=\"{6B4F2A0E-3C1D-4E57-9A52-0C7D1E8F4B11}\" "
      "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs/>"
      "</ds:datastoreItem>");
  parts["customXml/_rels/item1.xml.rels"] = relationsPart(relation("rId1", "customXmlProps", "itemProps1.xml"));

  QString ids, relations = relation("rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml") +
                           relation("rIdNotes", "notesMaster", "notesMasters/notesMaster1.xml") +
                           relation("rIdTheme", "theme", "theme/theme1.xml") +
                           relation("rIdMadeFrom", "customXml", "../customXml/item1.xml");
  for (int i = 1; i <= slides; ++i) {
    ids += QString("<p:sldId id=\"%1\" r:id=\"rIdSlide%2\"/>").arg(255 + i).arg(i);
    relations += relation(QString("rIdSlide%1").arg(i), "slide", QString("slides/slide%1.xml").arg(i));
  }
  parts["ppt/presentation.xml"] =
      part("<p:presentation " + kNames +
           "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rIdMaster\"/></p:sldMasterIdLst>" +
           "<p:notesMasterIdLst><p:notesMasterId r:id=\"rIdNotes\"/></p:notesMasterIdLst><p:sldIdLst>" + ids +
           "</p:sldIdLst>" +
           QString("<p:sldSz cx=\"%1\" cy=\"%2\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>")
               .arg(toEmu(size.width()))
               .arg(toEmu(size.height())));
  parts["ppt/_rels/presentation.xml.rels"] = relationsPart(relations);

  parts["ppt/slideMasters/slideMaster1.xml"] =
      part("<p:sldMaster " + kNames +
           "><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>" + kEmptyTree +
           "</p:spTree></p:cSld>" + kColourMap +
           "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" "
           "r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/>"
           "<p:otherStyle/></p:txStyles></p:sldMaster>");
  parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] =
      relationsPart(relation("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml") +
                    relation("rId2", "theme", "../theme/theme1.xml"));
  const QRectF titleBox(48, 26, size.width() - 96, 48);
  parts["ppt/slideLayouts/slideLayout1.xml"] =
      part("<p:sldLayout " + kNames + " type=\"titleOnly\"><p:cSld name=\"Figure\"><p:spTree>" + kEmptyTree +
           QString("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks "
                   "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/>"
                   "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"%1\" y=\"%2\"/><a:ext cx=\"%3\" "
                   "cy=\"%4\"/></a:xfrm></p:spPr><p:txBody>"
                   "<a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>")
               .arg(toEmu(titleBox.x()))
               .arg(toEmu(titleBox.y()))
               .arg(toEmu(titleBox.width()))
               .arg(toEmu(titleBox.height())) +
           "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
  parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] =
      relationsPart(relation("rId1", "slideMaster", "../slideMasters/slideMaster1.xml"));
  parts["ppt/notesMasters/notesMaster1.xml"] =
      part("<p:notesMaster " + kNames +
           "><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>" + kEmptyTree +
           "</p:spTree></p:cSld>" + kColourMap + "</p:notesMaster>");
  parts["ppt/notesMasters/_rels/notesMaster1.xml.rels"] =
      relationsPart(relation("rId1", "theme", "../theme/theme2.xml"));
  parts["ppt/theme/theme1.xml"] = parts["ppt/theme/theme2.xml"] = part(theme());
  return parts;
}

}  // namespace headlight
