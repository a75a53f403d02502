#include "ui/dialogs/settings_window.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/search_rank.h"

namespace headlight {

SettingsWindow::SettingsWindow(const std::vector<SettingRow>& rows, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("settingsWindow"));
  setWindowTitle(tr("Settings"));
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 12}, 12);
  m_search = named("settingsSearch", new QLineEdit);
  m_search->setPlaceholderText(tr("Find a setting or shortcut"));
  m_search->setAccessibleName(tr("Find a setting or shortcut"));
  m_search->setClearButtonEnabled(true);
  column->addWidget(m_search);
  auto* page = named("inspectorPage", new QWidget);
  auto* list = makeBox<QVBoxLayout>(page, readingMargins(4, 0, 16, 8), 8);
  for (const SettingRow& row : rows) addRow(row, *list);
  m_none = named("quiet", new QLabel(tr("No match")));
  m_none->hide();
  list->addWidget(m_none);
  list->addStretch(1);
  QScrollArea* scroll = named("settingsScroll", makeScroll(tr("Settings"), page));
  scroll->setFocusPolicy(Qt::NoFocus);
  column->addWidget(scroll, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::showMatches);
  m_search->setFocus();
  const int letter = fontMetrics().averageCharWidth();
  resize(std::max(620, 92 * letter), std::max(560, 38 * fontMetrics().height()));
}

void SettingsWindow::addRow(const SettingRow& row, QVBoxLayout& page) {
  if (m_sections.empty() || m_sections.back()->text() != row.section) {
    m_sections.push_back(named("sectionTitle", new QLabel(row.section)));
    m_sections.back()->setContentsMargins(0, m_sections.size() > 1 ? 12 : 0, 0, 0);
    page.addWidget(m_sections.back());
  }
  auto* widget = new QWidget;
  auto* column = makeBox<QVBoxLayout>(widget, {0, 0, 0, 0}, 2);
  auto* line = new QHBoxLayout;
  line->setSpacing(16);
  // A box with a tick has its words with it; others have them before the field.
  if (auto* box = qobject_cast<QCheckBox*>(row.field)) {
    box->setText(row.text);
    line->addWidget(box, 1);
  } else {
    auto* label = new QLabel(row.text);
    label->setWordWrap(true);
    label->setBuddy(row.field);
    line->addWidget(label, 3);
    line->addWidget(row.field, 2);
  }
  column->addLayout(line);
  if (!row.note.isEmpty()) {
    auto* note = named("quiet", new QLabel(row.note));
    note->setWordWrap(true);
    column->addWidget(note);
    row.field->setAccessibleDescription(row.note);
  }
  page.addWidget(widget);
  QString name = row.text;
  name.remove(u'&');
  m_rows.push_back({m_sections.size() - 1, widget,
                    folded(row.section + u' ' + name + u' ' + row.note + u' ' + row.also), row.field});
  // The wheel scrolls the page, and does not set what happens to lie under the pointer.
  if (qobject_cast<QComboBox*>(row.field) || qobject_cast<QAbstractSpinBox*>(row.field)) {
    row.field->setFocusPolicy(Qt::StrongFocus);
    row.field->installEventFilter(this);
  }
}

void SettingsWindow::showMatches() {
  const QStringList words = searchWords(m_search->text());
  std::vector<bool> any(m_sections.size(), false);
  for (const Row& row : m_rows) {
    const bool fits = searchRank(words, row.words) > 0;
    row.widget->setVisible(fits);
    if (fits) any[row.section] = true;
  }
  bool none = true;
  for (std::size_t i = 0; i < m_sections.size(); ++i) {
    m_sections[i]->setVisible(any[i]);
    none = none && !any[i];
  }
  m_none->setVisible(none);
}

bool SettingsWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
    return QDialog::eventFilter(watched, event);
  event->ignore();
  return true;
}

}  // namespace headlight
