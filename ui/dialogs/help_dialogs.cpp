#include "ui/dialogs/help_dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/base/version.h"
#include "ui/dialogs/scrolled.h"

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

void showKeyboardSheet(QWidget* parent) {
  static constexpr std::pair<const char*, const char*> kKeys[] = {
      {"[   ]", QT_TRANSLATE_NOOP("KeyboardSheet", "Previous layer, next layer")},
      {",   .", QT_TRANSLATE_NOOP("KeyboardSheet", "Previous head, next head")},
      {"Ctrl+L", QT_TRANSLATE_NOOP("KeyboardSheet", "Go to text")},
      {"Ctrl+T", QT_TRANSLATE_NOOP("KeyboardSheet", "Go to tokens: arrows move, Return pins, Esc unpins")},
      {"Ctrl+Return",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Continue text, or stop; with Shift: generation steps")},
      {"Ctrl+F   F3", QT_TRANSLATE_NOOP("KeyboardSheet", "Find text or token #12; next match")},
      {"Ctrl+J",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Next long-range link")},
      {"Shift+Arrows", QT_TRANSLATE_NOOP("KeyboardSheet", "Tokens: select several")},
      {"Shift+Arrows",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: mark cells; Menu key changes the model there")},
      {"Ctrl+G", QT_TRANSLATE_NOOP("KeyboardSheet", "Merge as span")},
      {"Ctrl+H",
       QT_TRANSLATE_NOOP("KeyboardSheet", "Go to heads: arrows select, Space marks, Ctrl+Return opens a panel")},
      {"Ctrl+Shift+B", QT_TRANSLATE_NOOP("KeyboardSheet", "Compare marked heads")},
      {"Ctrl+K", QT_TRANSLATE_NOOP("KeyboardSheet", "Toggle head")},
      {"Ctrl+Shift+K", QT_TRANSLATE_NOOP("KeyboardSheet", "Write a change")},
      {"Ctrl+Shift+A", QT_TRANSLATE_NOOP("KeyboardSheet", "Show before or after")},
      {"Ctrl+Shift+E", QT_TRANSLATE_NOOP("KeyboardSheet", "Show the difference")},
      {"Ctrl+B", QT_TRANSLATE_NOOP("KeyboardSheet", "Compare texts")},
      {"Arrows", QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: move between cells; weight in the status bar")},
      {"0", QT_TRANSLATE_NOOP("KeyboardSheet", "Heatmap: show the whole map")},
      {"F9", QT_TRANSLATE_NOOP("KeyboardSheet", "Walk through this head; there: arrows and page keys, N, F11")},
      {"Shift+F9", QT_TRANSLATE_NOOP("KeyboardSheet", "Five things heads do")},
      {"F8   F7", QT_TRANSLATE_NOOP("KeyboardSheet", "Noise test, cost")},
      {"Shift+F8", QT_TRANSLATE_NOOP("KeyboardSheet", "Loss without each head")},
      {"Ctrl+F8   Shift+F7", QT_TRANSLATE_NOOP("KeyboardSheet", "Compare methods, head table")},
      {"Ctrl+Z", QT_TRANSLATE_NOOP("KeyboardSheet", "Undo")},
      {"Ctrl+Shift+Z", QT_TRANSLATE_NOOP("KeyboardSheet", "Redo")},
      {"Ctrl+S", QT_TRANSLATE_NOOP("KeyboardSheet", "Save session")},
      {"Ctrl+Shift+O", QT_TRANSLATE_NOOP("KeyboardSheet", "Open session")},
      {"Ctrl+N", QT_TRANSLATE_NOOP("KeyboardSheet", "New panel with this head pinned")},
      {"F6   Shift+F6", QT_TRANSLATE_NOOP("KeyboardSheet", "Next / previous panel; Menu key opens its menu")},
      {"Ctrl+M", QT_TRANSLATE_NOOP("KeyboardSheet", "Maximise panel; Esc restores")},
      {"Alt+Shift+Left   Right", QT_TRANSLATE_NOOP("KeyboardSheet", "Move panel back, forward")},
      {"Ctrl+W", QT_TRANSLATE_NOOP("KeyboardSheet", "Close panel")},
      {"Ctrl+O", QT_TRANSLATE_NOOP("KeyboardSheet", "Open a model folder")},
      {"Ctrl+I", QT_TRANSLATE_NOOP("KeyboardSheet", "Model sheet")},
      {"Ctrl+E", QT_TRANSLATE_NOOP("KeyboardSheet", "Export figure")},
      {"Ctrl+D", QT_TRANSLATE_NOOP("KeyboardSheet", "Add to deck")},
      {"Ctrl+Shift+D", QT_TRANSLATE_NOOP("KeyboardSheet", "Deck: order, titles, export")},
      {"Ctrl+C", QT_TRANSLATE_NOOP("KeyboardSheet", "Copy figure (outside a text field)")},
      {"Ctrl+Shift+C", QT_TRANSLATE_NOOP("KeyboardSheet", "Copy numbers as a table for spreadsheets")},
      {"Ctrl++   Ctrl+-", QT_TRANSLATE_NOOP("KeyboardSheet", "Larger, smaller text")},
      {"Escape", QT_TRANSLATE_NOOP("KeyboardSheet", "Stop the current task")},
      {"F1   Shift+F1", QT_TRANSLATE_NOOP("KeyboardSheet", "Guide, keyboard shortcuts")},
  };
  QVBoxLayout* column = nullptr;
  QDialog* dialog = makeDialog(QStringLiteral("keyboardSheet"), QObject::tr("Keyboard shortcuts"), parent, column);
  auto* sheet = new QWidget;
  auto* grid = new QGridLayout(sheet);
  grid->setContentsMargins(0, 0, 12, 0);
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(6);
  int row = 0;
  for (const auto& [keys, meaning] : kKeys) {
    auto* key = new QLabel(QString::fromUtf8(keys));
    key->setObjectName(QStringLiteral("cardTitle"));
    grid->addWidget(key, row, 0);
    grid->addWidget(new QLabel(QCoreApplication::translate("KeyboardSheet", meaning)), row++, 1);
  }
  QScrollArea* scroll = addScrolled(*column, sheet);
  scroll->setObjectName(QStringLiteral("keyboardScroll"));
  scroll->setFocus();
  finish(dialog, column);
}

}  // namespace headlight
