#include "ui/panes/text_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"

namespace headlight {
namespace {

TextField* makeField(const QString& objectName, const QString& accessibleName, const QString& placeholder) {
  auto* field = new TextField;
  field->setObjectName(objectName);
  field->setAccessibleName(accessibleName);
  field->setPlaceholderText(placeholder);
  return field;
}

}  // namespace

TextLine::TextLine(const QString& suffix, QWidget* parent) : QWidget(parent) {
  const bool other = !suffix.isEmpty();
  m_letter = named("quiet", new QLabel);
  m_letter->hide();
  m_text = makeField(QStringLiteral("text") + suffix, other ? tr("Text to compare with") : tr("Text"),
                     other ? tr("Type the text to compare with") : tr("Type a sentence"));
  m_pair = makeField(QStringLiteral("pair") + suffix, other ? tr("Second text to compare with") : tr("Text pair"),
                     tr("Text pair"));
  m_pair->hide();
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 8);
  row->addWidget(m_letter);
  row->addWidget(m_text, 1, Qt::AlignTop);
  row->addWidget(m_pair, 1, Qt::AlignTop);
  for (TextField* field : {m_text, m_pair}) connect(field, &QPlainTextEdit::textChanged, this, &TextLine::edited);
  setFocusProxy(m_text);
}

TextInput TextLine::input() const {
  TextInput input{m_text->toPlainText().toStdString(), {}};
  if (!m_pair->isHidden() && !m_pair->document()->isEmpty()) input.pair = m_pair->toPlainText().toStdString();
  return input;
}

void TextLine::setInput(const TextInput& input) {
  const QSignalBlocker block(this);
  m_text->replaceText(QString::fromStdString(input.text));
  m_pair->replaceText(QString::fromStdString(input.pair.value_or(std::string())));
}

void TextLine::selectText() { m_text->selectAll(); }

void TextLine::setPairShown(bool shown) { m_pair->setVisible(shown); }

void TextLine::setLetter(const QString& letter) {
  m_letter->setText(letter);
  m_letter->setVisible(!letter.isEmpty());
}

}  // namespace headlight
