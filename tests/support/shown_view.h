#pragma once

#include <QMouseEvent>
#include <QtTest>
#include <memory>

#include "tests/support/synthetic_maps.h"
#include "ui/figures/attention_context.h"

namespace headlight::test {

/// Maps of a model of 4 layers and 6 heads that reads `tokens` words one after another.
inline std::shared_ptr<SyntheticMaps> someMaps(std::size_t tokens) {
  return std::make_shared<SyntheticMaps>(wordTokens(tokens), 4, 6, true);
}

/// What is said beside those maps.
inline AttentionContext context() {
  AttentionContext c;
  c.modelName = QStringLiteral("gpt");
  c.text = QStringLiteral("The cat that chased the mice");
  c.sinkColumns = {0};
  c.visibility.assign(4, Visibility{true});
  return c;
}

/// Puts `view` on the screen with maps of `tokens` words.
template <class View>
void show(View& view, std::size_t tokens, QSize size = {700, 520}) {
  view.setMaps(someMaps(tokens), context());
  view.resize(size);
  view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&view));
}

/// The pointer, moved to a place in `widget`.
inline void moveTo(QWidget& widget, QPointF at) {
  QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &event);
}

/// Keeps what is on screen as a picture when HEADLIGHT_GALLERY names a folder.
inline void keep(QWidget& widget, const char* name) {
  const QString folder = qEnvironmentVariable("HEADLIGHT_GALLERY");
  if (!folder.isEmpty()) widget.grab().save(QStringLiteral("%1/screen-%2.png").arg(folder, QString::fromUtf8(name)));
}

}  // namespace headlight::test
