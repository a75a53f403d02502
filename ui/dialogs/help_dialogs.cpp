#include "ui/dialogs/help_dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>
#include <vector>

#include "core/base/version.h"
#include "ui/dialogs/scrolled.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"

namespace headlight {
namespace {

QDialog* makeDialog(const QString& objectName, const QString& title, QWidget* parent, QVBoxLayout*& column) {
  auto* dialog = new QDialog(parent);
  dialog->setObjectName(objectName);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  column = new QVBoxLayout(dialog);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  return dialog;
}

void finish(QDialog* dialog, QVBoxLayout* column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  column->addWidget(buttons);
  dialog->open();
}

}  // namespace

void showAbout(QWidget* parent) {
  QVBoxLayout* column = nullptr;
  QDialog* dialog = makeDialog(QStringLiteral("about"), QObject::tr("About Headlight"), parent, column);
  auto* icon = new QLabel;
  icon->setPixmap(
      QIcon(QStringLiteral(":/headlight/icons/headlight.svg")).pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
  column->addWidget(icon);
  auto* text = new QLabel(QObject::tr("<p><b>Headlight %1</b></p>"
                                      "<p>Shows what the attention heads of a language model look at.<br>"
                                      "Everything is computed on this machine; nothing is sent anywhere.</p>"
                                      "<p>GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,<br>"
                                      "PCRE2, simdjson, nlohmann/json, CLI11 and libzip.</p>")
                              .arg(QString::fromUtf8(kVersion)));
  text->setTextFormat(Qt::RichText);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(text);
  finish(dialog, column);
}

namespace {

struct KeyRow {
  QString keys, meaning;
};

/// What the actions of a menu and of those within it are pressed with.
void listKeys(const QMenu& menu, std::vector<KeyRow>& rows) {
  for (const QAction* action : menu.actions()) {
    if (action->menu()) listKeys(*action->menu(), rows);
    QStringList keys;
    for (const QKeySequence& each : action->shortcuts()) keys << each.toString(QKeySequence::NativeText);
    const QString name = nameOf(*action), tip = action->toolTip();
    if (!keys.isEmpty()) rows.push_back({keys.join(QStringLiteral("   ")), tip.isEmpty() ? name : tip});
  }
}

/// Keys of the parts themselves, which are no commands.
std::vector<KeyRow> keysWithin() {
  static constexpr std::pair<const char*, const char*> kKeys[] = {
      {"Shift+Arrows", QT_TRANSLATE_NOOP("KeyboardSheet", "Tokens: select several")},
      {"Arrows", QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: move between cells; weight in the status bar")},
      {"Shift+Arrows",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: mark cells; Menu key changes the model there")},
      {"0", QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: show the whole map")},
      {"PgDown   PgUp   N   F11",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Walkthrough: next and previous step, numbers, full screen")},
      {"Esc", QT_TRANSLATE_NOOP("KeyboardSheet", "Stop the current task")},
  };
  std::vector<KeyRow> rows;
  for (const auto& [keys, meaning] : kKeys)
    rows.push_back({QString::fromUtf8(keys), QCoreApplication::translate("KeyboardSheet", meaning)});
  return rows;
}

}  // namespace

void showKeyboardSheet(const QMenuBar& menus, QWidget* parent) {
  QVBoxLayout* column = nullptr;
  QDialog* dialog = makeDialog(QStringLiteral("keyboardSheet"), QObject::tr("Keyboard shortcuts"), parent, column);
  auto* sheet = new QWidget;
  auto* grid = new QGridLayout(sheet);
  grid->setContentsMargins(0, 0, 12, 0);
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(6);
  const auto addSection = [grid](const QString& title, const std::vector<KeyRow>& rows) {
    if (rows.empty()) return;
    auto* heading = named("quiet", new QLabel(title));
    grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
    for (const KeyRow& each : rows) {
      const int row = grid->rowCount();
      auto* keys = named("cardTitle", new QLabel(each.keys));
      grid->addWidget(keys, row, 0);
      grid->addWidget(new QLabel(each.meaning), row, 1);
    }
  };
  for (const QAction* menu : menus.actions()) {
    std::vector<KeyRow> rows;
    listKeys(*menu->menu(), rows);
    addSection(nameOf(*menu), rows);
  }
  addSection(QCoreApplication::translate("KeyboardSheet", "In panels and windows"), keysWithin());
  QScrollArea* scroll = addScrolled(*column, sheet);
  scroll->setObjectName(QStringLiteral("keyboardScroll"));
  scroll->setFocus();
  finish(dialog, column);
}

}  // namespace headlight
