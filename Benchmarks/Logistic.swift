import Chat

/// Logistic regression over features that are there or not, with a penalty on large weights.
///
/// What it minimises has one minimum, which Newton's method finds: the order of the examples plays no part.
struct Logistic {
    /// How much the square of a weight costs beside the examples' surprise, in nats; half of it counts.
    private static let penalty = 2.0
    /// Rounds at most, and the step at which it has arrived.
    private static let rounds = 40
    private static let nearEnough = 1e-7

    private let features: Int
    private var examples: [(features: [Int], isTrue: Bool)] = []

    init(features: Int) { self.features = features }

    mutating func add(_ features: [Int], isTrue: Bool) { examples.append((features, isTrue)) }

    /// One number a feature.
    func weights() -> [Double] {
        var weights = Array(repeating: 0.0, count: features)
        for _ in 0..<Logistic.rounds {
            let step = step(from: weights)
            for place in weights.indices { weights[place] -= step[place] }
            if step.allSatisfy({ abs($0) < Logistic.nearEnough }) { break }
        }
        return weights
    }

    /// The slope at these weights, through the inverse of the curvature.
    private func step(from weights: [Double]) -> [Double] {
        var slope = weights.map { Logistic.penalty * $0 }
        var curvature = Array(repeating: 0.0, count: features * features)
        for place in 0..<features { curvature[place * features + place] = Logistic.penalty }
        for example in examples {
            let chance = SummaryModel.chance(example.features, weights)
            let spread = chance * (1 - chance)
            for one in example.features {
                slope[one] += chance - (example.isTrue ? 1 : 0)
                for other in example.features where other <= one {
                    curvature[one * features + other] += spread
                }
            }
        }
        return solved(curvature, slope)
    }

    /// Solves a symmetric system by Cholesky's method; only the lower half of the matrix is read.
    private func solved(_ matrix: [Double], _ right: [Double]) -> [Double] {
        var lower = matrix
        var result = right
        for row in 0..<features {
            for column in 0...row {
                var sum = lower[row * features + column]
                for k in 0..<column {
                    sum -= lower[row * features + k] * lower[column * features + k]
                }
                lower[row * features + column] =
                    row == column ? sum.squareRoot() : sum / lower[column * features + column]
            }
            for k in 0..<row { result[row] -= lower[row * features + k] * result[k] }
            result[row] /= lower[row * features + row]
        }
        for row in (0..<features).reversed() {
            for k in (row + 1)..<features { result[row] -= lower[k * features + row] * result[k] }
            result[row] /= lower[row * features + row]
        }
        return result
    }
}
