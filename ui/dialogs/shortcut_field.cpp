#include "ui/dialogs/shortcut_field.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

ShortcutField::ShortcutField(const QString& command, ShortcutAsks asks, QWidget* parent)
    : QWidget(parent), m_asks(std::move(asks)) {
  m_keys = named("shortcutKeys", new QKeySequenceEdit);
  m_keys->setAccessibleName(tr("Keys of %1").arg(command));
  m_keys->setClearButtonEnabled(true);
  setFocusProxy(m_keys);
  if (auto* line = m_keys->findChild<QLineEdit*>()) {
    line->setPlaceholderText(tr("None"));
    line->setAccessibleName(m_keys->accessibleName());
    for (QToolButton* button : line->findChildren<QToolButton*>()) {
      button->setAccessibleName(tr("No keys for %1").arg(command));
      connect(button, &QToolButton::clicked, this, [this] { m_asks.set({}); });
    }
  }
  m_reset = makeIconButton(QStringLiteral("shortcutReset"), QStringLiteral("undo"), tr("Usual keys of %1").arg(command),
                           tr("Usual keys"));
  m_conflict = new QLabel;
  m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
  m_conflict->setProperty("level", QStringLiteral("warning"));
  m_conflict->setWordWrap(true);
  m_move = named("shortcutMove", new QPushButton(tr("Use here")));
  m_move->setAutoDefault(false);
  m_conflict->hide();
  m_move->hide();
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  auto* line = new QHBoxLayout;
  line->setSpacing(4);
  line->addWidget(m_keys, 1);
  line->addWidget(m_reset);
  column->addLayout(line);
  auto* below = new QHBoxLayout;
  below->addWidget(m_conflict, 1);
  below->addWidget(m_move);
  column->addLayout(below);
  // One combination; Qt's field takes up to four one after the other, and is empty while the first is pressed.
  connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] {
    if (const QKeySequence keys = m_keys->keySequence(); keys.count() > 1) {
      const QSignalBlocker quiet(m_keys);
      m_keys->setKeySequence(QKeySequence(keys[0]));
    }
    take();
  });
  connect(m_reset, &QToolButton::clicked, this, [this] { m_asks.reset(); });
  connect(m_move, &QPushButton::clicked, this, [this] { m_asks.set(m_keys->keySequence()); });
  refresh();
}

void ShortcutField::refresh() {
  const QSignalBlocker quiet(m_keys);
  if (m_keys->keySequence() != m_asks.keys()) m_keys->setKeySequence(m_asks.keys());
  m_reset->setEnabled(!m_asks.isUsual());
  m_conflict->hide();
  m_move->hide();
}

void ShortcutField::take() {
  const QKeySequence keys = m_keys->keySequence();
  if (keys == m_asks.keys()) return refresh();
  if (const QString owner = m_asks.owner(keys); !owner.isEmpty()) return refuse(keys, owner);
  m_asks.set(keys);
}

void ShortcutField::refuse(const QKeySequence& keys, const QString& owner) {
  m_conflict->setText(tr("%1 belongs to “%2”.").arg(keys.toString(QKeySequence::NativeText), owner));
  m_conflict->show();
  m_move->setVisible(m_asks.canTake(keys));
  describe(m_keys, m_conflict->text());
}

}  // namespace headlight
