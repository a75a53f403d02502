#include <QtTest>
#include <algorithm>

#include "core/analysis/long_range_links.h"
#include "core/base/error.h"
#include "tests/support/made_maps.h"
#include "tests/support/rule_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

class TestLongRangeLinks : public QObject {
  Q_OBJECT
 private slots:
  void areThoseOfASortedList_data();
  void areThoseOfASortedList();
  void ofEqualsTheEarlierOne();
  void stop();
};

void TestLongRangeLinks::areThoseOfASortedList_data() {
  QTest::addColumn<int>("distance");
  QTest::addColumn<int>("most");
  for (const auto& [distance, most] : {std::pair(1, 7), {2, 30}, {5, 1000}, {8, 3}, {30, 5}, {0, 4}, {3, 0}})
    QTest::addRow("%d apart, %d", distance, most) << distance << most;
}

void TestLongRangeLinks::areThoseOfASortedList() {
  QFETCH(int, distance);
  QFETCH(int, most);
  const auto maps = randomMaps(2, 2, makeTokens(std::vector<std::string>(23, "a")), false);
  FarLinksRequest request;
  request.head = {1, 0};
  request.distance = distance;
  request.most = static_cast<std::size_t>(most);
  request.leftOut = {0, 7};
  const Matrix weights = maps->weights(request.head);
  std::vector<LongRangeLink> expected;
  for (Index query = 0; query < 23; ++query)
    for (Index key = 0; key < 23; ++key)
      if (std::abs(query - key) >= distance && key != 0 && key != 7 && weights(query, key) > 0)
        expected.push_back({query, key, weights(query, key)});
  std::stable_sort(expected.begin(), expected.end(),
                   [](const LongRangeLink& a, const LongRangeLink& b) { return a.weight > b.weight; });
  if (expected.size() > request.most) expected.resize(request.most);
  QVERIFY(farLinks(*maps, request) == expected);
}

void TestLongRangeLinks::ofEqualsTheEarlierOne() {
  const RuleMaps maps(100, 1, 1, [](HeadId, Index query, Index key) { return query > key ? 0.5F : 0.0F; });
  FarLinksRequest request;
  request.distance = 90;
  request.most = 2;
  QVERIFY(farLinks(maps, request) == (std::vector<LongRangeLink>{{90, 0, 0.5F}, {91, 0, 0.5F}}));
  request.distance = 100;
  QVERIFY(farLinks(maps, request).empty());
}

void TestLongRangeLinks::stop() {
  const RuleMaps maps(3000, 1, 1, [](HeadId, Index, Index) { return 0.5F; });
  QVERIFY_THROWS_EXCEPTION(Cancelled,
                           farLinks(maps, {}, Progress([](double part, std::string_view) { return part < 0.5; })));
  QVERIFY(maps.cellsRead < 3000 * 3000 * 3 / 4);
}

HEADLIGHT_TEST(TestLongRangeLinks)
#include "test_long_range_links.moc"
