// The C++ side of the races: reads its data, then works once for every line it is sent.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

int main(int, char** args)
{
    std::ifstream file(std::string(args[2]) + "/choices", std::ios::binary | std::ios::ate);
    std::vector<double> flat(file.tellg() / sizeof(double));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(flat.data()), flat.size() * sizeof(double));
    int n = 0;
    for (size_t k = 0; k < flat.size(); k += 3) n = std::max(n, int(flat[k]) + 1);
    std::cout << "ready" << std::endl;
    for (std::string line; std::getline(std::cin, line);)
    {
        auto began = std::chrono::steady_clock::now();
        lemon::SmartDigraph graph;
        graph.reserveNode(2 * n);
        graph.reserveArc(flat.size() / 3);
        for (int i = 0; i < 2 * n; i++) graph.addNode();
        for (size_t k = 0; k < flat.size(); k += 3) graph.addArc(graph.nodeFromId(int(flat[k])), graph.nodeFromId(n + int(flat[k + 1])));
        lemon::SmartDigraph::ArcMap<long long> cost(graph);
        for (size_t k = 0; k < flat.size(); k += 3) cost[graph.arcFromId(k / 3)] = -(long long)flat[k + 2];
        lemon::SmartDigraph::NodeMap<long long> supply(graph);
        for (int i = 0; i < 2 * n; i++) supply[graph.nodeFromId(i)] = i < n ? 1 : -1;
        lemon::NetworkSimplex<lemon::SmartDigraph, long long, long long> simplex(graph);
        simplex.costMap(cost).supplyMap(supply);
        simplex.run();
        double total = -double(simplex.totalCost<long long>());
        std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began;
        std::printf("%.9f %.17g\n", spent.count(), total);
        std::fflush(stdout);
    }
}
